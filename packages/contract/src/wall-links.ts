import * as z from 'zod'

export const longestWallLinkName = 80

/** Body of `POST /api/wall-links`. No two links that are good have one name, in whatever case. */
export const newWallLinkSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'expected a name such as NOC north')
    .max(longestWallLinkName, `expected at most ${longestWallLinkName} characters`),
})

/** Answer of `POST /api/wall-links`: the only time that the address with its secret is told. */
export const madeWallLinkSchema = z.object({ id: z.string(), name: z.string(), url: z.url() })
export type MadeWallLink = z.infer<typeof madeWallLinkSchema>

/** A link by which a screen may see the wall, and the screen that was last seen with it. */
export const wallLinkSchema = z.object({
  id: z.string(),
  name: z.string(),
  createdUTC: z.iso.datetime(),
  /** Who made it; null where nobody is signed in, and by the command line. */
  madeBy: z.string().nullable(),
  /** Null where it was never used; the address and the versions are those of the last use. */
  lastSeenUTC: z.iso.datetime().nullable(),
  address: z.string().nullable(),
  /** The screen's browser, as it names itself. */
  version: z.string().nullable(),
  /** The version of CDP Watch whose page the screen has loaded. */
  pageVersion: z.string().nullable(),
  revokedUTC: z.iso.datetime().nullable(),
})
export type WallLink = z.infer<typeof wallLinkSchema>

/** Answer of `GET /api/wall-links`, newest first, revoked ones among them for 30 days. */
export const wallLinksAnswerSchema = z.object({ items: z.array(wallLinkSchema) })
export type WallLinksAnswer = z.infer<typeof wallLinksAnswerSchema>
