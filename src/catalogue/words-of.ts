import * as z from 'zod'

/** The members of a closed list as a schema. */
export function wordsOf<T extends object>(list: T): z.ZodEnum<{ [K in keyof T & string]: K }> {
  return z.enum(Object.keys(list)) as never
}
