// @ts-check
// Vietnamese words as they are compared; the same rules as generator/vietnamese.py.

const TONES = "\u0300\u0301\u0303\u0309\u0323";

/** The text in lower case with the older tone placement (hoà → hòa), as the index has it.
 * @param {string} text */
export function canonical(text) {
  return text.normalize("NFC").toLowerCase().replace(/[\p{L}\p{N}]+/gu, (word) => {
    const bare = [...word.normalize("NFD")];
    const tone = bare.findLast((letter) => TONES.includes(letter));
    const letters = bare.filter((letter) => !TONES.includes(letter)).join("").normalize("NFC");
    if (!tone || !/(oa|oe|uy)$/.test(letters)) return word;
    return letters.startsWith("qu") ? letters + tone : letters.slice(0, -1) + tone + letters.slice(-1);
  }).normalize("NFC");
}

/** The text without marks, đ as d.
 * @param {string} text */
export function fold(text) {
  return text.normalize("NFC").toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{M}/gu, "");
}

/** @param {string} text @returns {string[]} */
export const wordsOf = (text) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
