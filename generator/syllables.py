"""Whether a text looks like Vietnamese: scrambled copies pass every check of the charset.

A Vietnamese syllable is an onset, a rime and a tone; of the many ways to put letters together few
are syllables. Names of places and peoples, and foreign words, are a small share of any real text.
"""

import re
from functools import lru_cache

from generator.vietnamese import nfc, split_tone

_ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split()
_RIMES = frozenset(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet
    oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut
    uy uya uych uynh uyên uyêt uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    y yêm yên yêng yêt yêu ych yt ynh
    """.split()
)
_STOPPED = re.compile(r"(?:c|ch|p|t)$")
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 20
_TOO_MANY = 0.12


@lru_cache(maxsize=16384)
def is_syllable(word: str) -> bool:
    """Tell whether a word is a possible Vietnamese syllable.

    >>> is_syllable("nghiêng"), is_syllable("bằc"), is_syllable("xuơng")
    (True, False, False)
    """
    letters, tone = split_tone(nfc(word).lower())
    if _STOPPED.search(letters) and tone not in (4, 5):  # a stop takes sắc or nặng only
        return False
    return any(
        letters.startswith(onset) and letters[len(onset) :] in _RIMES for onset in ("", *_ONSETS)
    ) or letters in ("gi", "gin", "giêng", "giêc", "gich")


def looks_damaged(text: str) -> bool:
    """Tell whether too many of a text's marked words are no Vietnamese syllables.

    Words without a mark are left out: they may be foreign. A short text is never judged.
    """
    if len(text) < 2 * _ENOUGH - 1:  # a letter and a space for each word
        return False
    marked = [
        word for word in _WORD.findall(nfc(text)) if not word.isascii() and not word.isupper()
    ]
    wrong = sum(not is_syllable(word) for word in marked)
    return len(marked) >= _ENOUGH and wrong / len(marked) > _TOO_MANY
