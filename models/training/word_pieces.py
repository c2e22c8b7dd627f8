"""The tokenizer: BERT normalisation and splitting, and word pieces trained here; the same as tokenizer.json says.

Chinese characters stand alone; Latin words are split by greedy longest match over pieces that were found by merging
the most frequent pairs (byte-pair style) in titles, the vocabulary, FashionIQ captions and the Chinese queries.
"""
import heapq
import unicodedata
from collections import Counter, defaultdict

SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
PAD, UNKNOWN, START, END = 0, 1, 2, 3
MAX_TOKENS = 32
CJK = [(0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F),
       (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F)]


def is_chinese(char):
    code = ord(char)
    return any(low <= code <= high for low, high in CJK)


def is_punctuation(char):
    return char in r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~""" or unicodedata.category(char).startswith("P")


def words(text):
    """Text -> words as BertNormalizer (lower case, no accents) and BertPreTokenizer give them."""
    out = []
    for char in text:
        if char in "\t\n\r" or unicodedata.category(char) == "Zs":
            out.append(" ")
        elif char in "\0\ufffd" or unicodedata.category(char) in ("Cc", "Cf", "Co", "Cs"):
            continue
        elif is_chinese(char):
            out.append(f" {char} ")
        else:
            out.append(char)
    lowered = unicodedata.normalize("NFD", "".join(out).lower())
    lowered = "".join(c for c in lowered if unicodedata.category(c) != "Mn")
    split = "".join(f" {c} " if is_punctuation(c) else c for c in lowered)
    return split.split()


def train(texts, pieces):
    """texts: iterable of (text, weight) -> the vocabulary as a list; `pieces` bounds the number of merged pieces."""
    counts, alphabet = Counter(), set(chr(c) for c in range(33, 127) if not chr(c).isupper())
    for text, weight in texts:
        for word in words(text):
            alphabet.update(word)
            if not (len(word) == 1):
                counts[word] += weight
    # GB2312 level 1: the 3,755 characters of everyday simplified Chinese.
    for high in range(0xB0, 0xD8):
        for low in range(0xA1, 0xFF):
            try:
                alphabet.add(bytes([high, low]).decode("gb2312"))
            except UnicodeDecodeError:
                pass
    chinese = sorted(c for c in alphabet if is_chinese(c))
    other = sorted(c for c in alphabet if not is_chinese(c))
    vocabulary = SPECIAL + other + ["##" + c for c in other if not is_punctuation(c)] + chinese
    known = set(vocabulary)
    split = {w: [w[0]] + ["##" + c for c in w[1:]] for w in counts}
    pairs, where = Counter(), defaultdict(set)
    for word, parts in split.items():
        for pair in zip(parts, parts[1:]):
            pairs[pair] += counts[word]
            where[pair].add(word)
    heap = [(-n, p) for p, n in pairs.items()]
    heapq.heapify(heap)
    merged = 0
    while heap and merged < pieces:
        negative, pair = heapq.heappop(heap)
        if pairs[pair] != -negative:
            if pairs[pair] > 0:
                heapq.heappush(heap, (-pairs[pair], pair))
            continue
        if -negative < 3:
            break
        piece = pair[0] + pair[1][2:]
        if piece not in known:
            known.add(piece)
            vocabulary.append(piece)
            merged += 1
        touched = set()
        for word in list(where[pair]):
            parts, n = split[word], counts[word]
            for old in zip(parts, parts[1:]):
                pairs[old] -= n
            i, fresh = 0, []
            while i < len(parts):
                if i + 1 < len(parts) and (parts[i], parts[i + 1]) == pair:
                    fresh.append(piece)
                    i += 2
                else:
                    fresh.append(parts[i])
                    i += 1
            split[word] = fresh
            for new in zip(fresh, fresh[1:]):
                pairs[new] += n
                where[new].add(word)
                touched.add(new)
        for new in touched:
            heapq.heappush(heap, (-pairs[new], new))
        pairs[pair] = 0
    return vocabulary


class Tokenizer:
    def __init__(self, vocabulary):
        self.vocabulary = vocabulary
        self.index = {p: i for i, p in enumerate(vocabulary)}
        self.memory = {}

    def pieces(self, word):
        """One word -> ids by greedy longest match; a word with an unknown character is [UNK] whole."""
        if word in self.memory:
            return self.memory[word]
        at, out = 0, []
        while at < len(word):
            for end in range(len(word), at, -1):
                piece = word[at:end] if at == 0 else "##" + word[at:end]
                if piece in self.index:
                    out.append(self.index[piece])
                    at = end
                    break
            else:
                out = [UNKNOWN]
                break
        if len(self.memory) < 200_000:
            self.memory[word] = out
        return out

    def encode(self, text):
        """Text -> ids with [CLS] and [SEP], at most 32."""
        ids = [START]
        for word in words(text):
            ids += self.pieces(word)
        return ids[:MAX_TOKENS - 1] + [END]

    def batch(self, texts):
        """Texts -> list of id lists, for `pad`."""
        return [self.encode(t) for t in texts]

    def to_json(self):
        """tokenizer.json of the Hugging Face layout."""
        special = [{"id": i, "content": s, "single_word": False, "lstrip": False, "rstrip": False,
                    "normalized": False, "special": True} for i, s in enumerate(SPECIAL)]
        return {
            "version": "1.0",
            "truncation": {"direction": "Right", "max_length": MAX_TOKENS, "strategy": "LongestFirst", "stride": 0},
            "padding": None, "added_tokens": special,
            "normalizer": {"type": "BertNormalizer", "clean_text": True, "handle_chinese_chars": True,
                           "strip_accents": None, "lowercase": True},
            "pre_tokenizer": {"type": "BertPreTokenizer"},
            "post_processor": {
                "type": "TemplateProcessing",
                "single": [{"SpecialToken": {"id": "[CLS]", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}},
                           {"SpecialToken": {"id": "[SEP]", "type_id": 0}}],
                "pair": [{"SpecialToken": {"id": "[CLS]", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}},
                         {"SpecialToken": {"id": "[SEP]", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 1}},
                         {"SpecialToken": {"id": "[SEP]", "type_id": 1}}],
                "special_tokens": {"[CLS]": {"id": "[CLS]", "ids": [START], "tokens": ["[CLS]"]},
                                   "[SEP]": {"id": "[SEP]", "ids": [END], "tokens": ["[SEP]"]}}},
            "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": True},
            "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
                      "max_input_chars_per_word": 100, "vocab": self.index}}

    def config_json(self):
        """tokenizer_config.json."""
        return {"tokenizer_class": "BertTokenizer", "do_lower_case": True, "model_max_length": MAX_TOKENS,
                "pad_token": "[PAD]", "unk_token": "[UNK]", "cls_token": "[CLS]", "sep_token": "[SEP]",
                "mask_token": "[MASK]", "tokenize_chinese_chars": True, "strip_accents": None,
                "clean_up_tokenization_spaces": True}


def from_json(document):
    """A Tokenizer from a parsed tokenizer.json."""
    vocabulary = document["model"]["vocab"]
    return Tokenizer(sorted(vocabulary, key=vocabulary.get))


def corpus(data, vocabulary, titles):
    """Texts with weights for `train`: titles (training split), the vocabulary, captions, queries."""
    import gzip
    import json
    import os
    for title in titles:
        yield title, 2
    for synonyms in list(vocabulary.en.values()) + list(vocabulary.zh.values()):
        for word in synonyms:
            yield word, 5
    with gzip.open(os.path.join(data, "text", "fashioniq-relative-captions-train.json.gz"), "rt", encoding="utf-8") as f:
        for row in json.load(f):
            for caption in row["captions"]:
                yield caption, 1
    with gzip.open(os.path.join(data, "text", "zh-garment-queries.txt.gz"), "rt", encoding="utf-8") as f:
        for line in f:
            yield line, 1
    with gzip.open(os.path.join(data, "text", "zh-clothing-reviews.jsonl.gz"), "rt", encoding="utf-8") as f:
        for line in f:
            try:
                yield json.loads(line)["text"], 1
            except (ValueError, KeyError):
                continue
