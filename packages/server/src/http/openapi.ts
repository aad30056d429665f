/** The interface description (OpenAPI 3.1), made from the contract alone, so that it cannot say anything else. */
import { z } from 'zod'
import { problemsSchema, routes, type Route } from '../contract/index.ts'

type JsonSchema = Record<string, unknown>

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' }) as JsonSchema
  return rest
}

function parametersOf(schema: z.ZodObject | undefined, place: 'path' | 'query'): JsonSchema[] {
  if (!schema) return []
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as { properties?: Record<string, JsonSchema>; required?: string[] }
  return Object.entries(properties).map(([name, property]) => ({ name, in: place, required: place === 'path' || required.includes(name), schema: property }))
}

function requestBody(route: Route): JsonSchema | undefined {
  if (route.upload) {
    return { required: true, content: { 'multipart/form-data': { schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } } } } } }
  }
  return route.body && { required: true, content: { 'application/json': { schema: jsonSchema(route.body, 'input') } } }
}

const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const document = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

function responseContent(route: Route): JsonSchema {
  if (typeof route.response !== 'string') return { 'application/json': { schema: jsonSchema(route.response, 'output') } }
  if (route.response === 'docx') return { [document]: {} }
  if (route.response === 'zip') return { 'application/zip': {} }
  return route.response === 'xlsx' ? { [sheet]: {} } : { [sheet]: {}, 'text/csv': {} }
}

/** The whole document. Summaries are in both languages. */
export function openApiDocument(version: string): JsonSchema {
  const paths: Record<string, Record<string, JsonSchema>> = {}
  for (const [name, definition] of Object.entries(routes)) {
    const route: Route = definition
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    const body = requestBody(route)
    paths[path] = {
      ...paths[path],
      [route.method.toLowerCase()]: {
        operationId: name, summary: `${route.zh} / ${route.en}`, 'x-needs': route.needs,
        parameters: [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')],
        ...(body && { requestBody: body }),
        responses: { 200: { description: route.en, content: responseContent(route) }, default: { description: 'problems', content: { 'application/json': { schema: { $ref: '#/components/schemas/Problems' } } } } },
      },
    }
  }
  return { openapi: '3.1.0', info: { title: 'Bangfu 帮扶', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } }, paths, components: { schemas: { Problems: jsonSchema(problemsSchema, 'output') } } }
}
