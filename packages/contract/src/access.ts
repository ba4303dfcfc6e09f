import * as z from 'zod'

/**
 * How people get in. `em`: by signing in with an account of Enterprise Manager; `header`: a reverse
 * proxy signs them in and names them; `open`: whoever reaches the dashboard may look.
 */
export const accessKinds = ['em', 'open', 'header'] as const
export const accessKindSchema = z.enum(accessKinds)
export type AccessKind = z.infer<typeof accessKindSchema>

/**
 * Body of `POST /api/sign-in`. An account is written `DOMAIN\user`, or `user` where EM knows it so. Not
 * `user@domain`: one account could then be tried under two names, each with tries of its own. No colon
 * (Basic authentication ends the name there), and no character that nobody sees.
 */
export const signInBodySchema = z.strictObject({
  username: z
    .string()
    .trim()
    .min(1, 'expected the name of an account')
    .max(256, 'expected at most 256 characters')
    .regex(/^[^@]*$/, 'expected DOMAIN\\user, not user@domain')
    .regex(/^[^:\p{C}]*$/u, 'expected readable characters without a colon'),
  password: z.string().min(1, 'expected a password').max(1024, 'expected at most 1024 characters'),
})
export type SignInBody = z.infer<typeof signInBodySchema>

/** Answer of `GET /api/sign-in`, which everybody gets: how people get in here, and whether this one is in. */
export const signInStateSchema = z.object({ access: accessKindSchema, isSignedIn: z.boolean() })

/** Answer of `GET /api/me` and of a sign-in. `name` is null where access is open; `endsUTC` only where it ends. */
export const meSchema = z.object({
  access: accessKindSchema,
  name: z.string().nullable(),
  endsUTC: z.iso.datetime().nullable(),
})
export type Me = z.infer<typeof meSchema>
