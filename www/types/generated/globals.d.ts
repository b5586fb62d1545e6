/** What may be there beside the platform: Node's. */
declare var Buffer: { from(value: unknown, encoding?: string): Uint8Array<ArrayBuffer> & { copy(target: Uint8Array): number } } | undefined;
