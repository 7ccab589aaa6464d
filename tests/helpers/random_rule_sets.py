"""Rule sets and sheets by chance, as bodies of files and as kept answers: every kind, and every way to a class."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from hypothesis import strategies as st

Body = dict[str, Any]
Answers = dict[str, str]
Draw = st.DrawFn

_KINDS = ("hand", "choice", "yes_no", "share", "share_bands", "per_population", "bands", "deduction")
_NUMBERS = ("hand", "share", "per_population", "bands", "deduction")
_YES_OR_NO = st.sampled_from(("yes", "no"))
_HOLES = st.sampled_from((0, 0, 0, 0, 1, 3, 10))
_IS_BARE = st.sampled_from((False, False, True))
_EDGES = (0, 0.1, 1, 2, 2.5, 5, 12.5, 20, 33.3, 50, 66.667, 70, 90, 100)


@cache
def _points(most: int = 20) -> st.SearchStrategy[float | int]:
    """Points as a file has them: whole, halves, thousandths."""
    return st.one_of(
        st.integers(0, most),
        st.integers(0, most * 2).map(lambda number: number / 2),
        st.integers(0, most * 1000).map(lambda number: number / 1000),
    )


@st.composite
def _bands(draw: Draw) -> list[Body]:
    """Bands from edge to edge, some with a hole before them or lying over the next one."""
    edges = draw(st.lists(st.sampled_from(_EDGES), min_size=1, max_size=4, unique=True).map(sorted))
    bands: list[Body] = []
    for at, edge in enumerate(edges):
        band: Body = {"first": edge, "points": draw(_points())}
        end = draw(st.sampled_from(("last", "below", "open")))
        if end != "open" or at < len(edges) - 1:
            band["last" if end == "open" else end] = edges[at + 1] if at + 1 < len(edges) else edge + 7.25
        bands.append(band)
    return bands


@st.composite
def _answer(draw: Draw, kind: str) -> Body:
    if kind == "choice":
        points = draw(st.lists(_points(), min_size=1, max_size=4))
        return {"kind": kind, "option": [_option(at, worth) for at, worth in enumerate(points)]}
    if kind == "yes_no":
        return {"kind": kind, **draw(st.fixed_dictionaries({}, optional={"yes": _points(), "no": _points()}))}
    if kind == "share":
        return {"kind": kind, "full": draw(st.sampled_from((100, 90, 80, 33.3)))}
    if kind == "deduction":
        return {
            "kind": kind,
            "counts": draw(st.booleans()),
            "each": draw(_points(5)),
            "floor": draw(st.sampled_from((0, 0, -3, -2.5))),
        }
    per = {"per": draw(st.sampled_from((100, 1000, 10_000)))} if kind == "per_population" else {}
    return {"kind": kind.removesuffix("_bands"), "band": draw(_bands()), **per}


def _option(at: int, worth: float) -> Body:
    return {"code": "abcd"[at], "title": "", "points": worth}


@st.composite
def _criterion(draw: Draw, code: str, depth: int = 0) -> Body:
    if depth < 2 and draw(st.integers(0, 4)) == 0:
        items = [draw(_criterion(f"{code}.{at}", depth + 1)) for at in range(1, draw(st.integers(1, 3)) + 1)]
        return {"code": code, "title": "", "item": items}
    kind = draw(st.sampled_from(_KINDS))
    answer = {} if kind == "hand" else {"answer": draw(_answer(kind))}
    return {
        "code": code,
        "title": "",
        "most": draw(_points()),
        "may_not_apply": draw(st.booleans()),
        **answer,
    }


def leaves(criteria: list[Body]) -> Iterator[Body]:
    """Give what is answered."""
    for criterion in criteria:
        yield from leaves(criterion["item"]) if "item" in criterion else (criterion,)


def _every(criteria: list[Body]) -> Iterator[str]:
    for criterion in criteria:
        yield criterion["code"]
        yield from _every(criterion.get("item", []))


@st.composite
def _condition(draw: Draw, body: Body, code: str) -> Body:
    """Draw a condition that looks at nothing but what was there before it."""
    scored = [leaf for group in body["group"] for leaf in leaves(group["criterion"])]
    numbers = [leaf for leaf in scored if _kind(leaf) in _NUMBERS]
    # What may not apply is where conditions differ from plain yes and no.
    valued = [leaf["code"] for leaf in numbers if leaf["may_not_apply"]] or [leaf["code"] for leaf in numbers]
    earlier = [item["code"] for item in body["condition"]]
    looking = ["points", *(["value", "value"] if valued else [])]
    kinds = ["asked", *looking, *(["some", "some", "class"] if earlier else [])]
    item: Body = {"code": code, "title": "", "kind": draw(st.sampled_from(kinds))}
    if item["kind"] == "points":
        places = ["", *(group["code"] for group in body["group"])]
        places += [one for group in body["group"] for one in _every(group["criterion"])]
        where = draw(st.sampled_from(places))
        item |= {"of": where} if where else {}
        item |= draw(_limits()) | {"in_percent": draw(st.booleans())}
    elif item["kind"] == "value":
        item |= {"of": draw(st.sampled_from(valued)), **draw(_limits())}
    elif item["kind"] == "some":
        of = draw(st.lists(st.sampled_from(earlier), min_size=min(2, len(earlier)), max_size=4, unique=True))
        item |= {"of": of, "count": draw(st.sampled_from((1, len(of), len(of) - 1 or 1)))}
    elif item["kind"] == "class":
        body["class"].append(draw(_class(body, f"K{len(body['class'])}", earlier)))
        item["of"] = draw(st.sampled_from([one["code"] for one in body["class"]]))
    return item


def _kind(leaf: Body) -> str:
    return str(leaf.get("answer", {}).get("kind", "hand"))


@cache
def _limits() -> st.SearchStrategy[Body]:
    limit = st.sampled_from((0, 1, 5, 12.5, 33.333, 50, 90, 100))
    return st.fixed_dictionaries({}, optional={"least": limit, "most": limit})


@st.composite
def _class(draw: Draw, body: Body, code: str, conditions: list[str]) -> Body:
    most = int(sum(leaf["most"] for group in body["group"] for leaf in leaves(group["criterion"]))) + 1
    # Sums of round numbers are often just so many.
    least = st.one_of(st.integers(0, 20), _points(15))
    floored = st.dictionaries(st.sampled_from([group["code"] for group in body["group"]]), least)
    needs = st.lists(st.sampled_from(conditions), max_size=3, unique=True) if conditions else st.just([])
    optional = {"least": _points(most), "floors": floored}
    return {
        "code": code,
        "title": "",
        "needs": draw(needs),
        **draw(st.fixed_dictionaries({}, optional=optional)),
    }


@st.composite
def _group(draw: Draw, code: str, size: int) -> Body:
    criteria = [draw(_criterion(f"{code}.{at}")) for at in range(1, size + 1)]
    return {"code": code, "title": "", "criterion": criteria}


@st.composite
def rule_sets(draw: Draw) -> Body:
    """Draw a whole rule set; nothing in it leads back to itself."""
    body: Body = {"scaled": draw(st.booleans()), "decimals": draw(st.integers(0, 3)), "class": []}
    sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=3))
    body["group"] = [draw(_group("I" * at, size)) for at, size in enumerate(sizes, start=1)]
    body["condition"] = []
    for at in range(draw(st.integers(0, 6))):
        body["condition"].append(draw(_condition(body, f"D{at}")))
    conditions = [item["code"] for item in body["condition"]]
    first = len(body["class"])
    added = range(first, first + draw(st.integers(0 if first else 1, 3)))
    body["class"] += [draw(_class(body, f"K{at}", conditions)) for at in added]
    body["class"] = draw(st.permutations(body["class"]))
    fails = st.fixed_dictionaries(
        {
            "condition": st.sampled_from(conditions or [""]),
            "class": st.sampled_from([item["code"] for item in body["class"]]),
        }
    )
    body["failing"] = draw(st.lists(fails, max_size=2)) if conditions else []
    _watch(body)
    return body


def _watch(body: Body) -> None:
    """Let a sheet tell of each condition and class whether it is met: failing to the best class takes nothing."""
    best = body["class"][0]["code"]
    body["condition"] += [
        {"code": f"W{item['code']}", "title": "", "kind": "class", "of": item["code"]}
        for item in body["class"]
    ]
    body["failing"] += [{"condition": item["code"], "class": best} for item in body["condition"]]


def sheets(body: Mapping[str, Any]) -> st.SearchStrategy[Answers]:
    """Give the answers of sheets of a rule set: mostly whole, some not begun or with holes."""
    asked = [leaf for group in body["group"] for leaf in leaves(group["criterion"])]
    # Made once for all sheets: to make and check them takes longer than to draw.
    given = {leaf["code"]: answers_to(leaf) for leaf in asked}
    given |= {item["code"]: _YES_OR_NO for item in body["condition"] if item["kind"] == "asked"}
    return _sheet(given, frozenset(leaf["code"] for leaf in asked if leaf.get("may_not_apply")))


@st.composite
def _sheet(draw: Draw, given: Mapping[str, st.SearchStrategy[str]], optional: frozenset[str]) -> Answers:
    holes = draw(_HOLES)
    # A commune without establishments, to which nothing applies that may not.
    is_bare = draw(_IS_BARE)
    answers = {code: "n/a" if is_bare and code in optional else draw(texts) for code, texts in given.items()}
    left = draw(st.lists(st.sampled_from(sorted(answers)), min_size=min(holes, 1), max_size=holes))
    return {code: "" if code in left else text for code, text in answers.items()}


def answers_to(leaf: Mapping[str, Any]) -> st.SearchStrategy[str]:
    """Give answers that a criterion takes, as they are kept."""
    given = _given(leaf)
    return st.one_of(given, given, st.just("n/a")) if leaf.get("may_not_apply") else given


def _given(leaf: Mapping[str, Any]) -> st.SearchStrategy[str]:
    scale, kind = leaf.get("answer", {}), _kind(dict(leaf))
    if kind == "choice":
        return st.sampled_from([one["code"] for one in scale["option"]])
    if kind == "yes_no":
        return _YES_OR_NO
    if kind == "hand":
        most = round(leaf["most"] * 1000)
        return st.one_of(st.sampled_from((0, most // 2, most)), st.integers(0, most)).map(_thousandths)
    if scale.get("counts") and kind in ("bands", "deduction"):
        return st.integers(0, 110).map(str)
    if kind == "share":
        return st.integers(1, 60).flatmap(lambda whole: st.integers(0, whole).map(lambda n: f"{n}/{whole}"))
    if kind == "per_population":
        return st.tuples(st.integers(0, 30), st.sampled_from((7, 100, 1000, 3333, 12_000))).map(
            lambda parts: f"{parts[0]}/{parts[1]}"
        )
    return st.one_of(st.integers(0, 8).map(str), st.integers(0, 110_000).map(_thousandths))


def _thousandths(number: int) -> str:
    text = f"{number // 1000}.{number % 1000:03d}".rstrip("0")
    return text.rstrip(".")
