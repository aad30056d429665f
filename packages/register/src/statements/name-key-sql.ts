/** `nameKey` of the kernel as SQL, for names that were cleaned when they were read. */
export const nameKeySql = (expression: string): string => `translate(${expression}, '•・‧∙⋅. ', '······')`
