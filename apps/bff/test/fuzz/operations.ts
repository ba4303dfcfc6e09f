import * as z from 'zod'

/** What of JSON Schema the interface uses for parameters and bodies. */
const valueSchema = z.object({
  type: z.enum(['string', 'integer', 'array', 'object']),
  enum: z.array(z.string()).optional(),
  pattern: z.string().optional(),
  format: z.string().optional(),
  minLength: z.int().optional(),
  maxLength: z.int().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  get items() {
    return valueSchema.optional()
  },
  get properties() {
    return z.record(z.string(), valueSchema).optional()
  },
})
export type ValueSchema = z.infer<typeof valueSchema>

const parameterSchema = z.object({
  in: z.enum(['query', 'path']),
  name: z.string(),
  required: z.boolean().optional(),
  schema: valueSchema,
})
export type Parameter = z.infer<typeof parameterSchema>

const operationSchema = z.object({
  operationId: z.string(),
  parameters: z.array(parameterSchema).default([]),
  requestBody: z
    .object({ content: z.object({ 'application/json': z.object({ schema: valueSchema }) }) })
    .optional(),
  responses: z.object({ default: z.object({ description: z.string() }) }),
})

const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
})

/** One route as the OpenAPI document describes it. */
export interface Operation {
  readonly id: string
  /** In capitals. */
  readonly method: string
  /** With `{name}` where a value stands. */
  readonly path: string
  readonly query: readonly Parameter[]
  /** Name of the value that stands in the path, if one does. */
  readonly pathName: string | undefined
  readonly body: ValueSchema | undefined
  /** Codes that its errors may carry. */
  readonly codes: ReadonlySet<string>
  /** Methods that its address takes, HEAD not told. */
  readonly methods: readonly string[]
}

/** The routes that a document describes. Throws a ZodError for what is no such document. */
export function operationsOf(document: unknown): Operation[] {
  return Object.entries(documentSchema.parse(document).paths).flatMap(([path, item]) => {
    const methods = Object.keys(item).map((method) => method.toUpperCase())
    return Object.entries(item).map(([method, operation]) => ({
      id: operation.operationId,
      method: method.toUpperCase(),
      path,
      query: operation.parameters.filter((each) => each.in === 'query'),
      pathName: operation.parameters.find((each) => each.in === 'path')?.name,
      body: operation.requestBody?.content['application/json'].schema,
      codes: new Set(operation.responses.default.description.match(/[a-z]+(?:-[a-z]+)+/g)),
      methods,
    }))
  })
}
