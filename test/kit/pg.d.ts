/** The part of `pg` that the tests use; its types are a package of their own. */
declare module 'pg' {
  export class Pool {
    constructor(options: { readonly connectionString: string; readonly max?: number })
    query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>
    end(): Promise<void>
    on(event: 'error', listener: (error: Error) => void): this
  }
}
