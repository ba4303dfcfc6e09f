import {
  accessRoutes,
  commonProblemCodes,
  routes as dataRoutes,
  healths,
  problemCodes,
} from '@cdp-watch/contract'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createOpenApi } from './open-api.ts'

const content = z.record(z.string(), z.object({ schema: z.object({}).loose() }))
const response = z.object({ description: z.string().min(1), content: content.optional() })
/** What OpenAPI 3.1 asks of the parts that are used here. */
const documentSchema = z.object({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.object({ title: z.string().min(1), version: z.string().min(1) }),
  paths: z.record(
    z.string().startsWith('/'),
    z.partialRecord(
      z.enum(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']),
      z.object({
        operationId: z.string().min(1),
        summary: z.string().min(1),
        parameters: z
          .array(
            z.object({
              in: z.enum(['query', 'path']),
              name: z.string().min(1),
              required: z.boolean().optional(),
              schema: z.union([
                z.object({ type: z.string() }).loose(),
                z.object({ anyOf: z.array(z.object({ type: z.string() }).loose()).min(2) }).loose(),
              ]),
            }),
          )
          .optional(),
        requestBody: z.object({ content, required: z.boolean() }).optional(),
        responses: z.record(z.string().regex(/^([1-5]\d\d|default)$/), response),
      }),
    ),
  ),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }).optional(),
})

const routes = { ...dataRoutes, ...accessRoutes }

/** A route's path as OpenAPI writes it. */
const documentPath = (path: string) => path.replaceAll(/:(\w+)/g, '{$1}')

const document = createOpenApi('1.2.3')
const parsed = documentSchema.parse(JSON.parse(JSON.stringify(document)))

describe('the OpenAPI document', () => {
  it('holds every route of the contract and no other, each with its own id', () => {
    const written = new Set(Object.values(routes).map((route) => documentPath(route.path)))
    expect(Object.keys(parsed.paths).toSorted()).toEqual([...written].toSorted())
    const ids = Object.values(parsed.paths)
      .flatMap((path) => Object.values(path))
      .map((operation) => operation.operationId)
    expect(ids.toSorted()).toEqual(Object.keys(routes).toSorted())
  })

  it('describes the answer and the problem of each', () => {
    for (const [id, route] of Object.entries(routes)) {
      const responses = parsed.paths[documentPath(route.path)]?.[route.method]?.responses
      expect(responses?.default?.content, id).toHaveProperty(['application/problem+json'])
      if ('answer' in route)
        expect(responses?.['200']?.content, id).toHaveProperty(['application/json'])
    }
  })

  it('has the parameters of a live query, of which one is required', () => {
    const parameters = parsed.paths[routes.emQuery.path]?.get?.parameters ?? []
    expect(parameters.map(({ name }) => name).toSorted()).toEqual(
      ['filter', 'page', 'pageSize', 'raw', 'sortAsc', 'sortDesc', 'type'].toSorted(),
    )
    expect(parameters.filter(({ required }) => required).map(({ name }) => name)).toEqual(['type'])
  })

  it('says which numbers and which words a parameter takes, and that it may repeat', () => {
    const parameters = parsed.paths[routes.sessions.path]?.get?.parameters ?? []
    const schemaOf = (searched: string) => parameters.find(({ name }) => name === searched)?.schema
    expect(schemaOf('limit')).toMatchObject({ type: 'integer', minimum: 1, maximum: 1000 })
    expect(schemaOf('health')).toMatchObject({ type: 'array', items: { enum: [...healths] } })
  })

  it('names the codes that any route may refuse with at every one of them', () => {
    for (const [id, route] of Object.entries(routes)) {
      const { default: problem } =
        parsed.paths[documentPath(route.path)]?.[route.method]?.responses ?? {}
      for (const code of [...commonProblemCodes, ...route.problems]) {
        expect(problem?.description, id).toContain(code)
      }
    }
  })

  it('has the body of a sign-in, in which nothing else may stand', () => {
    expect(parsed.paths[routes.signIn.path]?.post?.requestBody).toMatchObject({
      required: true,
      content: { 'application/json': { schema: { required: ['username', 'password'] } } },
    })
  })

  it('has the parameters that stand in a path, which are required', () => {
    const [parameter] = parsed.paths['/api/sessions/{uid}']?.get?.parameters ?? []
    expect(parameter).toMatchObject({ in: 'path', name: 'uid', required: true })
  })

  it('refers to nothing that is not in it', () => {
    const text = JSON.stringify(document)
    const names = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1])
    for (const name of names) expect(parsed.components?.schemas).toHaveProperty([name ?? ''])
  })

  it('names every code an error can carry', () => {
    const text = JSON.stringify(document)
    for (const code of problemCodes) expect(text).toContain(`"${code}"`)
  })
})
