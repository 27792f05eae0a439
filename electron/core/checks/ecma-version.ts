/**
 * The language level of FusionAuth's engine, as a year: its documentation points at GraalVM 22.0, which is
 * ECMAScript 2021 unless told otherwise. A workspace may set another.
 */
export const defaultEcmaVersion = 2021
