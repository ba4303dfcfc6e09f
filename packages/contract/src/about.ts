import * as z from 'zod'

/** Answer of `GET /api/about`: what this installation is. `emUrl` is the address people may open or script against. */
export const aboutSchema = z.object({
  version: z.string(),
  demo: z.boolean(),
  emUrl: z.url(),
})
export type About = z.infer<typeof aboutSchema>

/** Answers of `/healthz` and `/readyz`. */
export const livenessSchema = z.object({ status: z.literal('alive') })
export const readinessSchema = z.object({ status: z.literal('ready') })
