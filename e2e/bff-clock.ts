import { clockVariable, shiftClock } from './shift-clock.ts'

// Imported before the BFF's own code (`node --import`), so that the product needs no switch for tests.
shiftClock(Number(process.env[clockVariable] ?? 0))
