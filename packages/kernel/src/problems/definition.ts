/**
 * `status`: invalid = the input is wrong (exit 2, HTTP 422); missing = not found (404); refused = not allowed (403);
 * conflict = state forbids it now (409); unavailable = something we need is away (503); fault = our own error (500, exit 1).
 * `zh`/`en`: one or two plain sentences with {details}: what and where, why, what next.
 */
export interface ProblemDefinition {
  readonly status: 'invalid' | 'missing' | 'refused' | 'conflict' | 'unavailable' | 'fault'
  readonly zh: string
  readonly en: string
}
