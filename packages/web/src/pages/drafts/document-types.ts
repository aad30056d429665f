/** File endings that the reader takes; the server says it in words when a file is none of them after all. */
export const documentTypes = '.txt,.html,.htm,.docx,.pdf,text/plain'
