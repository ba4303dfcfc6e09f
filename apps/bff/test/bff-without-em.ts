import { startBff, type TestBff } from './bff.ts'
import { startEmStub } from './em-stub.ts'

/** A dashboard whose Enterprise Manager answers nothing but 503, and ends with it. */
export async function startBffWithoutEm(
  changes: Parameters<typeof startBff>[1] = {},
): Promise<TestBff> {
  const em = await startEmStub((_request, response) => response.writeHead(503).end())
  const target = { url: em.url, username: 'u', password: 'p', trust: { kind: 'insecure' } } as const
  const bff = await startBff(target, changes)
  const stop = async () => {
    await bff.stop()
    await em.stop()
  }
  return { ...bff, stop }
}
