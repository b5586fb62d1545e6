/** A table is a Map from id to row. */
export const tableOf = (rows) => new Map(rows.map((row) => [row.id, row]));

export const nextId = (table) => Math.max(0, ...table.keys()) + 1;
