/** What the page takes of Papa Parse, whose own types would bring all of Node's into it. */

declare const Papa: {
  parse<Row>(text: string, options: { skipEmptyLines: 'greedy' }): { data: Row[] };
};
export default Papa;
