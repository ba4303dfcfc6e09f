import { z } from 'zod'

export const livenessSchema = z.object({ status: z.literal('alive'), node: z.string() })
export type Liveness = z.infer<typeof livenessSchema>
export const livenessPath = '/healthz'
