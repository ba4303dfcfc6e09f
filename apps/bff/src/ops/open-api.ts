import {
  accessRoutes,
  commonProblemCodes,
  problemSchema,
  type Route,
  routes,
} from '@cdp-watch/contract'
import * as z from 'zod'
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathItemObject,
} from 'zod-openapi'

/** The OpenAPI document of the contract. */
export function createOpenApi(version: string) {
  const paths: Record<string, ZodOpenApiPathItemObject> = {}
  for (const [id, route] of Object.entries({ ...routes, ...accessRoutes })) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method]: operation(id, route) }
  }
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'CDP Watch',
      version,
      description: 'The CDP replication sessions of Veeam Backup Enterprise Manager.',
    },
    paths,
  })
}

function operation(operationId: string, route: Route): ZodOpenApiOperationObject {
  const answer = route.answer ? { content: { 'application/json': { schema: route.answer } } } : {}
  const names = [...route.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '')
  const problem = {
    description: `A problem; its code is one of ${[...route.problems, ...commonProblemCodes].join(', ')}`,
    content: { 'application/problem+json': { schema: problemSchema } },
  }
  return {
    operationId,
    summary: route.summary,
    ...(route.body
      ? { requestBody: { content: { 'application/json': { schema: route.body } }, required: true } }
      : {}),
    ...(route.query || names.length > 0
      ? {
          requestParams: {
            ...(route.query ? { query: route.query } : {}),
            ...(names.length > 0 ? { path: pathParameters(names) } : {}),
          },
        }
      : {}),
    responses: { 200: { description: 'The answer', ...answer }, default: problem },
  }
}

function pathParameters(names: readonly string[]) {
  return z.object(Object.fromEntries(names.map((name) => [name, z.string()])))
}
