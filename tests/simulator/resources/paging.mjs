/** What the two versions have in common about lists: a page of rows, and what is wrong with a query. */
import { problem, v2Error } from '../answers.mjs';

const maximum = 250;
const paging = ['page', 'limit'];

export function pageOf(rows, query) {
  const limit = Number(query.get('limit') ?? 50);
  const page = Number(query.get('page') ?? 1);
  const all = [...rows];
  const items = all.slice((page - 1) * limit, page * limit);
  const total_pages = Math.ceil(all.length / limit);
  return {
    items,
    pagination: {
      total: all.length,
      count: items.length,
      per_page: limit,
      current_page: page,
      total_pages,
    },
  };
}

/** V3: what is no filter, or no number, is a 422. */
export function refuseV3Query(query, filters) {
  const unknown = [...query.keys()].filter((name) => !paging.includes(name) && !filters.includes(name));
  if (unknown.length > 0)
    return problem(422, `The filter(s): ${unknown.join(', ')} are not valid filter parameter(s).`, {
      errors: {},
    });
  for (const name of paging) {
    const value = query.get(name);
    if (value !== null && !/^\d+$/.test(value)) {
      return problem(422, `Query parameter "${name}" value must be integer. For input string: "${value}".`, { errors: {} });
    }
  }
  if (Number(query.get('limit')) > maximum) return problem(422, `The limit is above the maximum of ${maximum}`, { errors: {} });
  return null;
}

/** V2: an unknown filter is a 400, too high a limit a 413. */
export function refuseV2Query(query, filters) {
  const unknown = [...query.keys()].find((name) => !paging.includes(name) && !filters.includes(name));
  if (unknown) return v2Error(400, `The field '${unknown}' is not supported by this resource.`);
  if (Number(query.get('limit')) > maximum) return v2Error(413, `The limit is above the maximum of ${maximum}.`);
  return null;
}
