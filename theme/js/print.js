// @ts-check
// Draws the page's address as a QR code when it is printed, where the page brings none of its own.
// Made here, since a code in each of a million pages would be most of what building them takes.

import { correction, generate } from "./vendor/lean-qr.js";

const SVG = "http://www.w3.org/2000/svg";
const QUIET = 4; // modules of white around a code (ISO/IEC 18004)

/** @param {string} address @returns {SVGElement} */
function drawn(address) {
  const code = generate(address, { minCorrectionLevel: correction.M });
  const rows = [...Array(code.size).keys()];
  const dark = rows.flatMap((y) => rows.filter((x) => code.get(x, y)).map((x) => `M${x} ${y}h1v1h-1z`));
  const picture = document.createElementNS(SVG, "svg");
  const side = code.size + 2 * QUIET;
  picture.setAttribute("viewBox", `${-QUIET} ${-QUIET} ${side} ${side}`);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", dark.join(""));
  picture.append(path);
  return picture;
}

addEventListener("beforeprint", () => {
  const place = document.querySelector(".td-about .td-qr");
  const link = document.querySelector("link[rel=canonical]");
  if (place?.childElementCount === 0 && link instanceof HTMLLinkElement && !document.querySelector(".td-qr svg")) {
    place.append(drawn(link.href));
  }
});
