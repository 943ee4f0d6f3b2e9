// What print.js uses of lean-qr.
export const correction: { readonly L: 0; readonly M: 1; readonly Q: 2; readonly H: 3 };
export function generate(
  text: string,
  options?: { minCorrectionLevel?: number },
): { readonly size: number; get(x: number, y: number): boolean };
