import type { Tables } from '../store/tables.ts'

/** A policy as it is kept. */
export type PolicyRow = Tables['policies']
