/** The part of `astronomia` (an implementation of Meeus with VSOP87) that the tests use; it ships no types. */
declare module 'astronomia' {
  interface Planet {
    readonly name: string
  }
  export const base: { pmod(x: number, y: number): number }
  export const deltat: { deltaT(decimalYear: number): number }
  export const moonphase: { newMoon(decimalYear: number): number }
  export const moonposition: { position(jde: number): { readonly lon: number } }
  export const nutation: { nutation(jde: number): readonly [number, number] }
  export const planetposition: { Planet: new (data: unknown) => Planet }
  export const solar: { apparentVSOP87(earth: Planet, jde: number): { readonly lon: number } }
}
declare module 'astronomia/data' {
  const data: { readonly vsop87Bearth: unknown }
  export default data
}
