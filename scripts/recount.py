#!/usr/bin/env python3
"""Recounts a published vote from nothing but its board. One file, standard library only, Python 3.9 or newer.

    python3 recount.py board.json [--json] [--root HEX|WORDS] [--manifest HEX] [--before earlier-board.json]

--root and --manifest: what you wrote down or photographed before the reveal, --root also as words of the wall.
--before: a board you saved earlier.
Exit 0 when every check holds, 1 otherwise.

Written from the description of the format (BOARD.md) in another language than the portal and its other recount, and
not translated from either: programs that share code share mistakes. Signatures are checked here too, as RFC 8032 says.
"""

import hashlib
import json
import re
import sys
from collections import Counter
from datetime import datetime, timedelta, timezone
from fractions import Fraction


class Failure(Exception):
    """A check that does not hold, in words."""


def must(condition, detail):
    if not condition:
        raise Failure(detail)


# ---- Bytes and hashes


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def H(*parts):
    """SHA-256 over the tag and each argument, each after its length in four bytes."""
    hashed = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        hashed.update(len(data).to_bytes(4, "big"))
        hashed.update(data)
    return hashed.digest()


def bytes_of(text, length, what):
    is_hex = isinstance(text, str) and re.fullmatch(r"[0-9a-f]{%d}" % (2 * length), text)
    must(is_hex, f"{what} is not {length} bytes in hexadecimal")
    return bytes.fromhex(text)


class Tree:
    """The Merkle tree of RFC 6962, section 2.1, over leaves that are added one after another."""

    def __init__(self):
        self.perfect = []  # (leaves, hash) of perfect trees, the largest first

    def add(self, leaf):
        size, node = 1, sha256(b"\x00", leaf)
        while self.perfect and self.perfect[-1][0] == size:
            node = sha256(b"\x01", self.perfect.pop()[1], node)
            size *= 2
        self.perfect.append((size, node))

    def root(self):
        if not self.perfect:
            return sha256()
        node = self.perfect[-1][1]
        for _, left in reversed(self.perfect[:-1]):
            node = sha256(b"\x01", left, node)
        return node


def root_of(leaves):
    tree = Tree()
    for leaf in leaves:
        tree.add(leaf)
    return tree.root()


BASE32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def tracker_of(leaf):
    bits = int.from_bytes(leaf[:8], "big") >> 4
    text = "".join(BASE32[(bits >> shift) & 31] for shift in range(55, -1, -5))
    return f"{text[:4]}-{text[4:8]}-{text[8:]}"


# ---- JSON


def whole(text):
    """A number as the board may write one: whole, and small enough that every program reads the same."""
    value = float(text)
    must(value.is_integer() and abs(value) <= 2**53 - 1, "a number is not whole")
    return int(value)


def not_a_number(text):
    raise Failure(f"{text} is not a number")


def parsed(text):
    return json.loads(text, parse_int=whole, parse_float=whole, parse_constant=not_a_number)


def by_code_unit(text):
    return text.encode("utf-16-be", "surrogatepass")


def quoted(text):
    """As JSON.stringify writes it: half a surrogate pair stays an escape."""
    return re.sub("[\ud800-\udfff]", lambda half: f"\\u{ord(half[0]):04x}", json.dumps(text, ensure_ascii=False))


def canonical(value):
    if isinstance(value, dict):
        keys = sorted(value, key=by_code_unit)
        return "{" + ",".join(f"{quoted(key)}:{canonical(value[key])}" for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    return quoted(value) if isinstance(value, str) else json.dumps(value)


def is_count(value):
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def same(one, other):
    return canonical(one) == canonical(other)


# ---- Signatures: Ed25519, RFC 8032, section 5.1

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)
IDENTITY = (0, 1, 1, 0)


def added(one, other):
    """Points as (X, Y, Z, T) with x = X/Z, y = Y/Z, xy = T/Z."""
    (x1, y1, z1, t1), (x2, y2, z2, t2) = one, other
    a, b = (y1 - x1) * (y2 - x2) % P, (y1 + x1) * (y2 + x2) % P
    c, d = 2 * t1 * t2 * D % P, 2 * z1 * z2 % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(scalar, point):
    result = IDENTITY
    while scalar:
        if scalar & 1:
            result = added(result, point)
        point = added(point, point)
        scalar >>= 1
    return result


def is_same_point(one, other):
    (x1, y1, z1, _), (x2, y2, z2, _) = one, other
    return (x1 * z2 - x2 * z1) % P == 0 and (y1 * z2 - y2 * z1) % P == 0


def point_of(data):
    """None where the bytes are no point of the curve."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


BASE = point_of((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


def is_signed(public_key, message, signature):
    key = bytes_of(public_key, 32, "the signing key")
    signed = bytes_of(signature, 64, "a signature")
    signer, commitment = point_of(key), point_of(signed[:32])
    scalar = int.from_bytes(signed[32:], "little")
    if signer is None or commitment is None or scalar >= ORDER:
        return False
    challenge = int.from_bytes(hashlib.sha512(signed[:32] + key + message).digest(), "little") % ORDER
    return is_same_point(times(scalar, BASE), added(commitment, times(challenge, signer)))


# ---- Signatures of passes: RSASSA-PSS, RFC 8017, section 8.1.2, with SHA-384 and a salt of 48 bytes


def sha384(*parts):
    return hashlib.sha384(b"".join(parts)).digest()


def is_pass_signed(modulus, message, signature):
    signed = int.from_bytes(bytes_of(signature, 256, "the signature of a pass"), "big")
    if signed >= modulus:
        return False
    encoded = pow(signed, 65537, modulus).to_bytes(256, "big")
    masked, inner, end = encoded[:207], encoded[207:255], encoded[255]
    mask = b"".join(sha384(inner, counter.to_bytes(4, "big")) for counter in range(5))
    block = bytearray(one ^ other for one, other in zip(masked, mask))
    block[0] &= 0x7F
    is_padded = encoded[0] < 0x80 and end == 0xBC and bytes(block[:159]) == bytes(158) + b"\x01"
    return is_padded and sha384(bytes(8), sha384(message), bytes(block[159:])) == inner


# ---- What the board says, prepared once


class Facts:
    holds, decision = True, None

    def __init__(self, board):
        must(isinstance(board, dict), "the file is not a board")
        must(board.get("format") == "common-pot/board/1", f"unknown format {json.dumps(board.get('format'))}")
        is_revealed = board.get("state") in ("revealed", "certified") and isinstance(board.get("revealed"), dict)
        must(is_revealed, "the choices have not been revealed yet, so nothing can be counted")
        self.board, self.state = board, board["state"]
        self.manifest, self.revealed = board["manifest"], board["revealed"]
        self.checkpoints, self.issued, self.trackers = board["checkpoints"], board["issued"], board["trackers"]
        self.options, self.levels = self.manifest["options"], self.manifest["levels"]
        self.counted_levels, self.ballots = self.manifest["countedLevels"], self.revealed["ballots"]
        for part in (self.options, self.levels, self.counted_levels, self.checkpoints, self.issued, self.trackers, self.ballots):
            must(isinstance(part, list), "a part of the board is missing")
        self.hash = bytes_of(board["manifestHash"], 32, "the manifest hash")
        self.poll = self.manifest["pollId"]
        self.leaves = [bytes_of(ballot["leaf"], 32, "a leaf") for ballot in self.ballots]

    def level_of_tokens(self):
        passes = {one["hash"]: "B" for one in self.revealed.get("passes", [])}
        return passes | {token: part["level"] for part in self.revealed["issuedTokens"] for token in part["hashes"]}

    def bodies(self):
        return [parsed(ballot["body"]) for ballot in self.ballots]


def must_be_set(hashes, what):
    must(isinstance(hashes, list), f"{what} are not a list")
    for before, after in zip(hashes, hashes[1:]):
        must(before < after, f"{what} are not sorted, or one is listed twice ({after})")
    return set(hashes)


# ---- The checks, in the order of the vote itself


def check_manifest_hash(facts, noted):
    found = H("man/v1", canonical(facts.manifest)).hex()
    must(found == facts.hash.hex(), f"the manifest hashes to {found}, the board says {facts.hash.hex()}")
    must(noted.manifest in (None, found), f"you wrote down {noted.manifest}, the manifest hashes to {found}")
    return found + (", the one you wrote down" if noted.manifest else "")


RUNS_MAX = 100_000  # A share of budget and dearest cost buys whatever anybody chose, so no count needs more.


OPEN = {"C", "D"}  # Levels at which anybody can vote, as often as they like: they decide nothing.
RANKED = "scottish_stv"  # Its ballots are in order of preference; those of every other rule rise.


def check_manifest(facts, _):
    manifest, count = facts.manifest, len(facts.options)
    must(manifest["version"] == 1, "unknown version of the manifest")
    ids = [option["id"] for option in facts.options]
    must(all(isinstance(one, str) for one in ids), "an id is not a text")
    must(len(set(ids)) == count, "two options share an id")
    must(all(is_count(option["costMinor"]) for option in facts.options), "a cost is not a whole amount")
    must(is_count(manifest["maxChoices"]) and 1 <= manifest["maxChoices"] <= count, "the number of choices is out of range")
    must(isinstance(manifest["blankAllowed"], bool), "it is not said whether a ballot may choose nobody")
    if manifest["rule"] == "approval":
        must(is_count(manifest["seats"]) and manifest["seats"] >= 1, "the number of winners is missing")
    elif manifest["rule"] == RANKED:
        must(is_count(manifest["seats"]) and 1 <= manifest["seats"] <= count, "the number of seats is out of range")
        must(manifest["maxChoices"] <= 5 and count <= 100, "there is more to put in order than the rule allows")
    else:
        is_known = manifest["rule"] in ("greedy_cost", "mes_cost_add1")
        must(is_known and is_count(manifest["budgetMinor"]), "the rule is unknown or incomplete")
    if manifest["rule"] == "mes_cost_add1":
        grows, costs = manifest["incrementMinor"], [option["costMinor"] for option in manifest["options"]]
        must(is_count(grows) and grows > 0 and min(costs) > 0, "equal shares lacks its increment or a cost")
        is_short = -(-(manifest["budgetMinor"] + max(costs)) // grows) <= RUNS_MAX
        must(is_short, f"equal shares may need more than {RUNS_MAX} runs")
    must(len(set(facts.levels)) == len(facts.levels), "a level is offered twice")
    must(facts.counted_levels and set(facts.counted_levels) <= set(facts.levels), "the levels that decide are not offered")
    must(not set(facts.counted_levels) & OPEN, "a level that anybody can vote at may not decide")
    if "B" in facts.levels:
        key = bytes_of(manifest["issuingKey"], 256, "the issuing key")
        must(key[0] >> 7 and key[-1] & 1, "the issuing key is no modulus of 2048 bits")
    else:
        must("issuingKey" not in manifest, "there is an issuing key, but no level B")
    must(manifest["tie"]["rule"] in ("smaller-id", "public-randomness"), "the tie rule is unknown")
    return f"{count} options, rule {manifest['rule']}, up to {manifest['maxChoices']} choices"


def check_issued(facts, _):
    listed = {part["level"]: part["hashes"] for part in facts.revealed["issuedTokens"]}
    levels = sorted(issue["level"] for issue in facts.issued)
    of_sheets = sorted(level for level in facts.levels if level != "B")
    must(levels == of_sheets == sorted(listed), "the issued levels are not the manifest's")
    must(len(facts.revealed["issuedTokens"]) == len(listed), "a level's issued tokens are listed twice")
    everything = Counter()
    for issue in facts.issued:
        level, count, root = issue["level"], issue["count"], issue["root"]
        hashes = must_be_set(listed[level], f"issued tokens of level {level}")
        everything.update(hashes)
        must((issue["pollId"], issue["manifestHash"]) == (facts.poll, facts.hash.hex()), "an issue is of another poll")
        must(is_count(count) and len(hashes) == count, f"level {level}: {len(hashes)} tokens listed, {count} promised")
        found = root_of(bytes_of(one, 32, "a token hash") for one in listed[level]).hex()
        must(found == root, f"level {level}: the tokens hash to {found}, promised was {root}")
        message = H("iss/v1", facts.poll, facts.hash.hex(), level, str(count), root)
        must(is_signed(facts.manifest["signingKey"], message, issue["signature"]), f"level {level}: the signature is wrong")
    twice = [token for token, times_issued in everything.items() if times_issued > 1]
    must(not twice, f"token {twice[:1]} is issued at two levels")
    return f"{len(everything)} tokens, as promised before the opening"


def check_void(facts, _):
    void = must_be_set(facts.revealed["voidTokens"], "void tokens")
    strange = void - facts.level_of_tokens().keys()
    must(not strange, f"void token {min(strange, default='')} was never issued")
    return f"{len(void)} void tokens, all of them issued"


def check_passes(facts, _):
    roll, passes = facts.board.get("roll"), facts.revealed.get("passes")
    if "B" not in facts.levels:
        must("roll" not in facts.board and "passes" not in facts.revealed, "there are passes, but no level B")
        return "nobody voted from a roll"
    size, issued = roll["size"], roll["passes"]["issued"]
    must(is_count(size) and is_count(issued) and 10 <= size >= issued, f"{issued} passes were issued to {size} people")
    signer, said = facts.manifest["signingKey"], (facts.poll, facts.hash.hex(), str(size))
    must(is_signed(signer, H("rol/v1", *said), roll["signature"]), "the size of the roll is not signed")
    counted = H("iss/roll/v1", *said, str(issued))
    must(is_signed(signer, counted, roll["passes"]["signature"]), "the number of passes is not signed")
    used = must_be_set([one["hash"] for one in passes], "passes")
    must(len(used) <= issued, f"{len(used)} passes were used, but {issued} issued")
    sheets = {part["level"]: set(part["hashes"]) for part in facts.revealed["issuedTokens"]}
    must(used <= set(facts.revealed["spentTokens"]), "a pass is not among the used tokens")
    must(not used & set().union(*sheets.values()), "a pass is issued as a sheet too")
    modulus = int.from_bytes(bytes_of(facts.manifest["issuingKey"], 256, "the issuing key"), "big")
    for one in passes:
        is_good = is_pass_signed(modulus, bytes_of(one["hash"], 32, "a token hash"), one["signature"])
        must(is_good, f"pass {one['hash']} is not signed by the issuing key")
    if "B-" in sheets:
        # Everybody on the roll has a direct code as well, and whoever takes a pass gives it up.
        given_up = len(sheets["B-"] & set(facts.revealed["voidTokens"]))
        must(len(sheets["B-"]) == size, f"{len(sheets['B-'])} direct codes for {size} people")
        must(given_up >= issued, f"{issued} passes were issued, but {given_up} direct codes given up")
    return f"{len(used)} passes used, {issued} issued, {size} people on the roll"


def check_spent(facts, _):
    spent = must_be_set(facts.revealed["spentTokens"], "used tokens")
    strange = spent - facts.level_of_tokens().keys()
    must(not strange, f"used token {min(strange, default='')} was never issued")
    void = spent & set(facts.revealed["voidTokens"])
    must(not void, f"used token {min(void, default='')} is void")
    return f"{len(spent)} used tokens, all issued, none void"


def check_balance(facts, _):
    level_of = facts.level_of_tokens()
    spent = Counter(level_of.get(token) for token in facts.revealed["spentTokens"])
    cast = Counter(body["level"] for body in facts.bodies())
    for level in facts.levels:
        must(spent[level] == cast[level], f"level {level}: {spent[level]} used tokens but {cast[level]} ballots")
    must(sum(spent.values()) == sum(cast.values()), f"{sum(spent.values())} used tokens but {sum(cast.values())} ballots")
    each = ", ".join(f"{level}: {cast[level]}" for level in facts.levels)
    return f"as many ballots as used tokens ({each})"


def check_bodies(facts, _):
    for ballot in facts.ballots:
        leaf, text = ballot["leaf"], ballot["body"]
        must(len(text.encode()) <= 512, f"ballot {leaf} is longer than 512 bytes")
        body = parsed(text)
        must(canonical(body) == text, f"ballot {leaf} is not in canonical form")
        must(set(body) == {"choices", "level", "manifestHash", "pollId", "version"}, f"ballot {leaf} has other fields")
        must(is_count(body["version"]) and body["version"] == 1, f"ballot {leaf} is of another version")
        must((body["pollId"], body["manifestHash"]) == (facts.poll, facts.hash.hex()), f"ballot {leaf} is of another poll")
        must(body["level"] in facts.levels, f"ballot {leaf} has a level that was not offered")
        choices = body["choices"]
        is_short = isinstance(choices, list) and len(choices) <= facts.manifest["maxChoices"]
        must(is_short, f"ballot {leaf} makes too many choices")
        must(choices or facts.manifest["blankAllowed"] is True, f"ballot {leaf} is blank")
        is_there = all(is_count(choice) and 1 <= choice <= len(facts.options) for choice in choices)
        must(is_there, f"ballot {leaf} chooses what is not there")
        in_place = list(dict.fromkeys(choices)) if facts.manifest["rule"] == RANKED else sorted(set(choices))
        must(choices == in_place, f"ballot {leaf} repeats or disorders its choices")
    return f"{len(facts.ballots)} ballots follow the rules"


def check_leaves(facts, _):
    for ballot in facts.ballots:
        r = bytes_of(ballot["r"], 16, "an r")
        found = H("bal/v1", facts.poll, facts.hash, r, ballot["body"]).hex()
        must(found == ballot["leaf"], f"ballot {ballot['leaf']} recomputes to {found}")
    return f"{len(facts.ballots)} leaves recomputed from r and ballot"


def check_unique(facts, _):
    must(len(set(facts.leaves)) == len(facts.leaves), "one leaf stands for two ballots")
    must(len(set(map(tracker_of, facts.leaves))) == len(facts.leaves), "two ballots share a tracker")
    return "every leaf and every tracker occurs once"


def check_trackers(facts, _):
    must(len(facts.trackers) == len(facts.leaves), f"{len(facts.trackers)} trackers for {len(facts.leaves)} ballots")
    for found, leaf in zip(facts.trackers, facts.leaves):
        must(found == tracker_of(leaf), f"tracker {found} should be {tracker_of(leaf)}")
    return "every tracker is the beginning of its leaf"


def written(at):
    must(is_count(at), "a time is not a number of milliseconds")
    moment = datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(milliseconds=at)
    return moment.strftime("%Y-%m-%dT%H:%M:%S") + f".{at % 1000:03d}Z"


def check_chain(facts, _):
    must(facts.checkpoints, "there is no checkpoint")
    before, at = "0" * 64, 0
    for seq, checkpoint in enumerate(facts.checkpoints, 1):
        is_last = seq == len(facts.checkpoints)
        is_of_this_poll = (checkpoint["pollId"], checkpoint["manifestHash"]) == (facts.poll, facts.hash.hex())
        must(is_of_this_poll, f"checkpoint {seq} is of another poll")
        # "true" equals 1 here, and is no number.
        is_in_order = is_count(checkpoint["seq"]) and checkpoint["seq"] == seq and checkpoint["final"] is is_last
        must(is_in_order, f"checkpoint {seq} is out of order, or not the last is final")
        must(checkpoint["prev"] == before, f"checkpoint {seq} does not follow the one before")
        note = (
            "common-pot vote checkpoint v1\n"
            f"poll {facts.poll}\nmanifest {facts.hash.hex()}\nseq {seq}\nsize {checkpoint['size']}\n"
            f"root {checkpoint['root']}\nprev {before}\nat {written(checkpoint['at'])}\n"
            f"final {'yes' if is_last else 'no'}\n"
        )
        must(checkpoint["note"] == note, f"the note of checkpoint {seq} does not say what its fields say")
        must(checkpoint["at"] >= at, f"checkpoint {seq} is earlier than the one before")
        is_ours = is_signed(facts.manifest["signingKey"], H("cpt/v1", note), checkpoint["signature"])
        must(is_ours, f"the signature of checkpoint {seq} is wrong")
        before, at = H("note/v1", note).hex(), checkpoint["at"]
    return f"{len(facts.checkpoints)} checkpoints, each signed and following the one before"


def must_hide_everybody(facts, seq, start, size):
    """Where anybody can vote beside the hall, ten new ballots may be nine strangers' and one of hers."""
    levels = Counter(parsed(ballot["body"])["level"] for ballot in facts.ballots[start:size])
    for level, new in levels.items():
        is_hidden = level in OPEN or new >= 10
        must(is_hidden, f"checkpoint {seq} adds fewer than ten ballots of level {level}")


def check_prefixes(facts, _):
    tree, start, is_open = Tree(), 0, bool(set(facts.levels) & OPEN)
    for checkpoint in facts.checkpoints:
        seq, size = checkpoint["seq"], checkpoint["size"]
        is_possible = is_count(size) and start <= size <= len(facts.leaves)
        must(is_possible, f"checkpoint {seq} promises {size} of {len(facts.leaves)} ballots")
        must(checkpoint["final"] or size - start >= 10, f"checkpoint {seq} adds fewer than ten ballots")
        if is_open and not checkpoint["final"]:
            must_hide_everybody(facts, seq, start, size)
        batch = facts.leaves[start:size]
        is_sorted = all(one < other for one, other in zip(batch, batch[1:]))
        must(is_sorted, f"the batch of checkpoint {seq} is not sorted, so it may show the order of arrival")
        for leaf in batch:
            tree.add(leaf)
        found = tree.root().hex()
        must(found == checkpoint["root"], f"the first {size} leaves hash to {found}, checkpoint {seq} promised {checkpoint['root']}")
        start = size
    return "every checkpoint is a beginning of the final list"


def check_root(facts, noted):
    root, last = root_of(facts.leaves).hex(), facts.checkpoints[-1]
    must(last["size"] == len(facts.leaves), f"{len(facts.leaves)} ballots, the close promised {last['size']}")
    must(last["root"] == root, f"all leaves hash to {root}, published before the reveal was {last['root']}")
    must(root.startswith(noted.root or ""), f"you wrote down {noted.root}, all leaves hash to {root}")
    return root + (", the one you wrote down" if noted.root else "")


def approvals_of(facts, bodies):
    chosen = Counter(choice for body in bodies for choice in body["choices"])
    return {
        "ballots": len(bodies),
        "blank": sum(not body["choices"] for body in bodies),
        "approvals": [{"id": option["id"], "approvals": chosen[at]} for at, option in enumerate(facts.options, 1)],
    }


def numbered(counted, apart):
    """Every number of a tally, by whose ballots it is about and what of them."""
    numbers = {}
    for whose, part in [("among those that decide", counted)] + [(f"at level {one['level']}", one) for one in apart]:
        numbers["ballots", whose] = part["ballots"]
        numbers["blank ballots", whose] = part["blank"]
        numbers.update({(one["id"], whose): one["approvals"] for one in part["approvals"]})
    return numbers


def tally_faults(facts, mine, theirs):
    """The first few differences between two tallies, with the titles of the options."""
    titles = {option["id"]: f" ({option.get('title')})" for option in facts.options}
    faults = [key for key in mine | theirs if not same(mine.get(key), theirs.get(key))]
    told = [
        f"{what} {whose}{titles.get(what, '')}: "
        f"{mine.get((what, whose), 'nothing')} counted here, {theirs.get((what, whose), 'nothing')} published"
        for what, whose in faults[:5]
    ]
    told += [f"and {len(faults) - 5} more"] if len(faults) > 5 else []
    return "; ".join(told) or "the published numbers are right, but not written as the format says"


def check_tally(facts, _):
    bodies, published = facts.bodies(), facts.revealed["result"]
    counted = approvals_of(facts, [body for body in bodies if body["level"] in facts.counted_levels])
    apart = [
        {"level": level, **approvals_of(facts, [body for body in bodies if body["level"] == level])}
        for level in facts.levels
        if level not in facts.counted_levels
    ]
    theirs = {key: published["counted"][key] for key in ("ballots", "blank", "approvals")}
    is_same = same(counted, theirs) and same(apart, published["apart"])
    if not is_same:
        raise Failure(tally_faults(facts, numbered(counted, apart), numbered(theirs, published["apart"])))
    return ", ".join(f"{one['id']}: {one['approvals']}" for one in counted["approvals"])


def seed_of(facts):
    """What orders equals; None where the smaller id does, or while the randomness is not known."""
    randomness = facts.revealed["randomness"]
    if facts.manifest["tie"]["rule"] != "public-randomness" or randomness is None:
        return None
    return H("tie/v1", facts.poll, root_of(facts.leaves), randomness)


def go_down(facts, votes, order, cost):
    """Rules that go through the options, most approvals first."""
    winners, ties, money = [], [], facts.manifest["budgetMinor"]
    for support in sorted(set(votes.values()), reverse=True):
        equals = [one for one in order if votes[one] == support]
        if facts.manifest["rule"] == "approval":
            seats = max(0, min(len(equals), facts.manifest["seats"] - len(winners))) if support else 0
            is_decisive = 0 < seats < len(equals)
            winners += equals[:seats]
        else:
            affordable = [one for one in equals if cost[one] <= money]
            is_decisive = sum(cost[one] for one in affordable) > money
            for one in affordable:
                if cost[one] <= money:
                    money -= cost[one]
                    winners.append(one)
        if len(equals) > 1:
            ties.append({"ids": equals, "decisive": is_decisive})
    return winners, ties


class Purses:
    """What voters still have to give in one run of equal shares; those who chose the same have the same."""

    def __init__(self, share, voters_of):
        self.voters_of = voters_of
        self.left = dict.fromkeys(voters_of, share)

    def supporters(self, option):
        return sorted((chose for chose in self.left if option in chose), key=self.left.get)

    def payment(self, option, cost):
        """What those pay who do not run out, when all others give what they have; None where it is not enough."""
        supporters = self.supporters(option)
        still_open, payers = Fraction(cost), sum(self.voters_of[chose] for chose in supporters)
        for chose in supporters:
            if self.left[chose] * payers >= still_open:
                return still_open / payers
            still_open -= self.left[chose] * self.voters_of[chose]
            payers -= self.voters_of[chose]
        return None

    def pay(self, option, payment):
        for chose in self.supporters(option):
            self.left[chose] -= min(self.left[chose], payment)


def buy_all(purses, wanted, cost, budget, lot):
    """One run of equal shares: buys what takes least of its supporters' money per cost, until nothing can be paid."""
    winners, ties = [], []
    while sum(cost[one] for one in winners) <= budget:
        payments = {one: purses.payment(one, cost[one]) for one in wanted if one not in winners}
        prices = {one: payment / cost[one] for one, payment in payments.items() if payment is not None}
        if not prices:
            break
        lowest = min(prices.values())
        cheapest = sorted((one for one in prices if prices[one] == lowest), key=lot.get)
        if len(cheapest) > 1:
            ties.append(cheapest)
        purses.pay(cheapest[0], payments[cheapest[0]])
        winners.append(cheapest[0])
    return winners, ties


def share_out(facts, bodies, order, lot, cost):
    """Equal shares: everybody gets more from run to run; the run before the first that costs too much counts."""
    ids = [option["id"] for option in facts.options]
    voters_of = Counter(frozenset(ids[choice - 1] for choice in body["choices"]) for body in bodies)
    wanted = [one for one in order if any(one in chose for chose in voters_of)]
    budget, increment = facts.manifest["budgetMinor"], facts.manifest["incrementMinor"]
    must(is_count(increment) and increment > 0, "without an increment equal shares never ends")
    if sum(cost[one] for one in wanted) <= budget:
        return wanted, []
    met, counts, share = [], None, Fraction(budget, len(bodies))
    while True:
        winners, ties = buy_all(Purses(share, voters_of), wanted, cost, budget, lot)
        met += [tie for tie in ties if tie not in met]
        if sum(cost[one] for one in winners) > budget:
            return counts, [{"ids": tie, "decisive": True} for tie in met]
        counts, share = winners, share + increment


class Papers:
    """Ranked ballots in one count: who holds which, what each is worth, and who can still be given any.

    A vote is 100,000 units, and every number is whole.
    """

    def __init__(self, ballots):
        self.hopeful = {one for ballot in ballots for one in ballot}
        self.held = {one: Counter() for one in self.hopeful}  # (who comes next, worth of each): how many papers
        self.stages = []  # what everybody has at each stage
        for ballot in ballots:
            self.hand_on(ballot, 100_000, 1)
        self.end_stage()

    def hand_on(self, names, worth, papers):
        for place, one in enumerate(names):
            if one in self.hopeful:
                self.held[one][names[place + 1 :], worth] += papers
                return

    def end_stage(self, fixed=None):
        now = {one: sum(papers * worth for (_, worth), papers in pile.items()) for one, pile in self.held.items()}
        self.stages.append({**now, **(fixed or {})})

    def votes(self, one):
        return self.stages[-1][one]

    def history(self, one):
        """What somebody had at every stage, the latest first: who is equal in all of it is told apart by lot alone."""
        return [stage[one] for stage in reversed(self.stages)]


def fill_seats(facts, bodies, lot):
    """The single transferable vote as Scottish councils count it: weighted inclusive Gregory, five decimals, cut off."""
    ids, seats = [option["id"] for option in facts.options], facts.manifest["seats"]
    ballots = [tuple(ids[choice - 1] for choice in body["choices"]) for body in bodies if body["choices"]]
    quota = (len(ballots) // (seats + 1) + 1) * 100_000
    papers, winners, ties, at_quota, surplus = Papers(ballots), [], [], {}, set()

    def in_order(names):
        return sorted(names, key=lambda one: (-papers.votes(one), lot[one]))

    def elect():
        for one in in_order(name for name in papers.hopeful if papers.votes(name) >= quota):
            papers.hopeful.discard(one)
            winners.append(one)
            if papers.votes(one) > quota:
                surplus.add(one)
            else:
                at_quota[one] = quota

    def drawn(names, best):
        wanted = best(papers.history(one) for one in names)
        equals = sorted((one for one in names if papers.history(one) == wanted), key=lot.get)
        if len(equals) > 1:
            ties.append({"ids": equals, "decisive": True})
        return equals[0]

    elect()
    while len(winners) < seats < len(winners) + len(papers.hopeful):
        if surplus:
            one = drawn(surplus, max)
            surplus.discard(one)
            had = papers.votes(one)
            at_quota[one] = quota
        else:
            one = drawn(papers.hopeful, min)
            papers.hopeful.discard(one)
            had = None
        pile, papers.held[one] = papers.held[one], Counter()
        for (names, worth), count in pile.items():
            papers.hand_on(names, worth if had is None else (had - quota) * worth // had, count)
        papers.end_stage(at_quota)
        elect()
    if len(winners) < seats:
        winners += in_order(papers.hopeful)
    return winners, ties


def decide(facts):
    """Decides once, and with equal shares, which can take long, only while nothing was found wrong."""
    is_worth_it = facts.holds or facts.manifest["rule"] != "mes_cost_add1"
    must(is_worth_it, "left out, since a check before it failed")
    if facts.decision is None:
        facts.decision = decided_anew(facts)
    return facts.decision


def decided_anew(facts):
    """Decides everything again: order, ties, winners, what they cost."""
    bodies = [body for body in facts.bodies() if body["level"] in facts.counted_levels]
    votes = {one["id"]: one["approvals"] for one in approvals_of(facts, bodies)["approvals"]}
    seed = seed_of(facts)
    lot = {one: H("rank/v1", seed, one) if seed else by_code_unit(one) for one in votes}
    cost = {option["id"]: option["costMinor"] for option in facts.options}
    order = sorted(votes, key=lambda one: (-votes[one], lot[one]))
    if facts.manifest["rule"] == "mes_cost_add1":
        winners, ties = share_out(facts, bodies, order, lot, cost)
    elif facts.manifest["rule"] == RANKED:
        winners, ties = fill_seats(facts, bodies, lot)
    else:
        winners, ties = go_down(facts, votes, order, cost)
    waits = facts.manifest["tie"]["rule"] == "public-randomness" and seed is None
    if waits and any(tie["decisive"] for tie in ties):
        return {"order": order, "ties": ties, "winners": None, "cost": 0}
    return {"order": order, "ties": ties, "winners": winners, "cost": sum(cost[one] for one in winners)}


def check_ties(facts, _):
    mine, published = decide(facts), facts.revealed["result"]["counted"]
    tie, randomness = facts.manifest["tie"], facts.revealed["randomness"]
    is_promised = tie["rule"] == "public-randomness" or randomness is None
    must(is_promised, "randomness was recorded although none was promised")
    must(same(mine["order"], published["order"]), f"the order is {', '.join(mine['order'])}")
    must(same(mine["ties"], published["ties"]), f"the ties are {canonical(mine['ties'])}")
    decisive = "; ".join(" = ".join(one["ids"]) for one in mine["ties"] if one["decisive"])
    if mine["winners"] is None:
        return f"{decisive} wait for: {tie['source']}"
    seed = seed_of(facts)
    if seed is None:
        return f"{decisive} decided by the smaller id" if decisive else "no tie decides anything"
    decided = f"{decisive} decided by the randomness" if decisive else "no tie decides anything; the randomness is"
    return f"{decided} {randomness}; equal points at the awards go by the same lot, whose seed is {seed.hex()}"


def check_winners(facts, _):
    mine, published = decide(facts), facts.revealed["result"]["counted"]
    winners, cost = mine["winners"], mine["cost"]
    is_same = same(winners, published["winners"])
    must(is_same, f"the winners are {canonical(winners)}, published: {canonical(published['winners'])}")
    must(same(cost, published["cost"]), f"the winners cost {cost}, published: {published['cost']}")
    must(winners is not None or facts.state != "certified", "certified although a tie is open")
    return "open until the tie is decided" if winners is None else ", ".join(winners) or "nobody"


def check_paper(facts, _):
    paper = facts.revealed["paper"]
    if paper is None:
        return "no paper was counted"
    printed, returned, spoiled = paper["printed"], paper["returned"], paper["spoiled"]
    must(all(map(is_count, (printed, returned, spoiled))), "the sheets are not counted in whole numbers")
    level_of = facts.level_of_tokens()
    issued = sum(level == "A" for level in level_of.values())
    used = sum(level_of.get(token) == "A" for token in facts.revealed["spentTokens"])
    handed = printed - returned - spoiled
    must(printed <= issued, f"{printed} sheets printed for {issued} issued tokens")
    must(handed >= 0, "more sheets came back than were printed")
    must(used <= handed, f"{used} sheets were used but only {handed} handed out")
    return f"{used} of {handed} sheets handed out were used"


def check_earlier(facts, noted):
    earlier = noted.before
    must(earlier["manifestHash"] == facts.hash.hex(), "the manifest has changed since your board")
    must(same(earlier["issued"], facts.issued), "the issued tokens have changed since your board")
    before, now = earlier.get("roll") or {}, facts.board.get("roll") or {}
    must(before.get("signature") == now.get("signature"), "the roll has changed since your board")
    for place, checkpoint in enumerate(earlier["checkpoints"]):
        is_kept = place < len(facts.checkpoints) and same(checkpoint, facts.checkpoints[place])
        must(is_kept, f"checkpoint {place + 1} has changed since your board")
    trackers = earlier["trackers"]
    must(trackers == facts.trackers[: len(trackers)], "a tracker has moved or gone since your board")
    return f"nothing has changed since your board with {len(trackers)} ballots"


CHECKS = [
    ("manifest-hash", check_manifest_hash),
    ("manifest-valid", check_manifest),
    ("issued-root", check_issued),
    ("void-issued", check_void),
    ("passes", check_passes),
    ("spent-issued", check_spent),
    ("spent-equals-ballots", check_balance),
    ("bodies-valid", check_bodies),
    ("leaves-recompute", check_leaves),
    ("leaves-unique", check_unique),
    ("trackers", check_trackers),
    ("checkpoint-chain", check_chain),
    ("checkpoint-prefixes", check_prefixes),
    ("final-root", check_root),
    ("tally", check_tally),
    ("ties", check_ties),
    ("winners", check_winners),
    ("paper", check_paper),
]


def attempt(name, check):
    try:
        return {"name": name, "ok": True, "detail": check()}
    except Failure as failure:
        return {"name": name, "ok": False, "detail": str(failure)}
    except Exception as error:  # Anything that goes wrong while reading a board is the board's fault.
        return {"name": name, "ok": False, "detail": f"cannot be read: {type(error).__name__}: {error}"}


def recount(read_board, noted):
    """Every check, also after one that failed; titles by id, and the final root, where all hold."""
    kept = []

    def read():
        kept.append(Facts(read_board()))
        return f"a board in state {kept[0].state} with {len(kept[0].leaves)} ballots"

    results = [attempt("format", read)]
    if not kept:
        return {"ok": False, "checks": results, "winners": None}, {}, b""
    facts = kept[0]
    checks = CHECKS + ([("earlier-board", check_earlier)] if noted.before is not None else [])
    for name, check in checks:
        results.append(attempt(name, lambda check=check: check(facts, noted)))
        facts.holds = facts.holds and results[-1]["ok"]
    if not all(result["ok"] for result in results):
        return {"ok": False, "checks": results, "winners": None}, {}, b""
    titles = {option["id"]: option.get("title", "") for option in facts.options}
    return {"ok": True, "checks": results, "winners": decide(facts)["winners"]}, titles, root_of(facts.leaves)


# ---- Command line

# A board comes from anybody: in a terminal its texts must be nothing but texts. Control characters, and those that turn
# the direction of a line around, are written as escapes; joiners that scripts need stay.
NOT_PRINTED = re.compile(
    "[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


def printable(line):
    return NOT_PRINTED.sub(lambda found: f"\\u{ord(found[0]):04x}", str(line))


def say(line=""):
    sys.stdout.buffer.write(printable(line).encode() + b"\n")


class Noted:
    """What whoever recounts has written down or saved."""

    root = manifest = before = None


USAGE = "Usage: python3 recount.py board.json [--json] [--root HEX|WORDS] [--manifest HEX] [--before earlier-board.json]"


def read_file(path):
    with open(path, encoding="utf-8") as file:
        return parsed(file.read())


# The words that stand on the wall at the close: the n-th says that a byte of the final root is n, counted from 0.
WALL = """
acid actor apple april arch arrow aunt autumn baby bacon badge baker bamboo banana barn basket bath beach bean bear
bell bench berry bike bird blanket boat bone book boot bottle bowl box branch bread brick bridge broom brush bucket
bus butter button cabin cable cactus cake camel camera candle canoe carpet carrot castle cat cave chain chair chalk
cheese cherry chess chicken circle circus clock cloud clover coach coat cobra coffee coin comb copper coral corn
cotton couch cow crab crane crown cup curtain daisy dance deer desk diamond dinner doctor dog doll dolphin donkey door
dragon dress drum duck eagle ear earth egg elbow elephant engine eye farmer feather fence fern field finger fire fish
flag flute forest fork fox frog garden garlic gate giant ginger giraffe glass glove goat gold goose grape grass guitar
hammer hand harbour hat hawk heart hedge helmet honey horse hotel house ice ink iron island ivory jacket jaguar jam
jelly jewel juice jungle kettle key king kitchen kite kiwi knee ladder lake lamp leaf lemon letter lily lion lobster
lunch magnet mango map maple market mask meadow melon milk mirror monkey moon mountain mouse museum music nail needle
nest night nose novel ocean office olive onion orange orchid otter oven owl paint palm panda paper parrot peach pencil
penguin pepper piano picnic pillow pilot pizza planet plum pocket pond potato prince pumpkin puzzle queen rabbit radio
rain ribbon rice river robot rocket rose salad salmon school sheep silver spider summer table teapot tiger tomato
train turtle violin zebra
""".split()


def words_in(given):
    """Words of the wall as they begin the final root, in hexadecimal; None where it is not four to eight of them."""
    words = given.lower().split()
    if not 4 <= len(words) <= 8 or not set(words) <= set(WALL):
        return None
    return bytes(WALL.index(word) for word in words).hex()


def root_in(option, given, others):
    """A root as it was noted; words of the wall are taken with and without quotes around them all."""
    while given.split()[-1:] and given.split()[-1].lower() in WALL and others and others[0].lower() in WALL:
        given += " " + others.pop(0)
    return words_in(given) or digits_in(option, given, 8)


def digits_in(option, given, least):
    """Hexadecimal digits as people copy them, at least so many and at most 64: what compares with nothing must not pass."""
    digits = re.sub(r"[\s:-]", "", given.lower())
    if re.fullmatch(f"[0-9a-f]{{{least},64}}", digits):
        return digits
    wanted = "all 64 digits and letters from a to f"
    if least < 64:
        wanted = f"at least {least}, at most 64, digits and letters from a to f, or the first four to eight words of the wall"
    return refuse(f'{option} needs what you wrote down: {wanted}. This is "{given}".')


def saved_board(path):
    try:
        return read_file(path)
    except (OSError, ValueError, RecursionError, Failure) as error:
        return refuse(f'--before needs the file of a board that you saved earlier. "{path}" cannot be read: {error}')


def refuse(sentence):
    sys.stderr.buffer.write(printable(sentence).encode() + b"\n")
    sys.exit(1)


def main(words):
    files, noted, is_json = [], Noted(), False
    words = list(words)
    sys.setrecursionlimit(10_000)
    while words:
        word = words.pop(0)
        if word == "--json":
            is_json = True
        elif word == "--root":
            noted.root = root_in(word, words.pop(0) if words else "", words)
        elif word == "--manifest":
            noted.manifest = digits_in(word, words.pop(0) if words else "", 64)
        elif word == "--before":
            noted.before = saved_board(words.pop(0) if words else "")
        else:
            files.append(word)
    if len(files) != 1 or files[0].startswith("--"):
        return refuse(USAGE)
    report, titles, root = recount(lambda: read_file(files[0]), noted)
    if is_json:
        say(json.dumps(report))
        return 0 if report["ok"] else 1
    for check in report["checks"]:
        say(f"{'ok    ' if check['ok'] else 'FAILED'} {check['name']}: {check['detail']}")
    say()
    if not report["ok"]:
        say("This board does not hold.")
        return 1
    say("The published result is right.")
    winners = report["winners"]
    if winners:
        say("Winners:")
        for place, winner in enumerate(winners, 1):
            say(f"  {place}. {winner}  {titles[winner]}")
    else:
        say("Winners: open until the tie is decided" if winners is None else "Winners: nobody")
    say(f"Words of the wall: {' '.join(WALL[byte] for byte in root[:8])}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
