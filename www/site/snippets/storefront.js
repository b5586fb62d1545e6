import { bcFetch, explain } from 'bc-status';

export async function carts() {
  // Waits and repeats where that can help, and only there.
  const response = await bcFetch('/api/storefront/carts');
  if (response.ok) return response.json();
  const { findings } = await explain(response);
  throw new Error(findings[0].title, { cause: findings });
}
