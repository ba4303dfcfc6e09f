/** Where what belongs to the wall is; apart from other paths, as few pages need these. */
export const wallPaths = {
  wall: '/wall',
  overview: '/api/overview',
  wallLinks: '/api/wall-links',
  wallLink: '/api/wall-links/:id',
  wallOpen: '/wall/open/:secret',
} as const
