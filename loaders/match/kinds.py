"""The kinds of things that news counts, and the words for them: "troops" and "servicemen" are one kind, "soldiers"."""

PEOPLE = frozenset({"soldiers", "officers", "generals", "people", "civilians", "children"})
"""Kinds that can be killed, wounded or captured."""
_PLURALS = {
    "soldiers": "soldiers troops servicemen servicewomen infantrymen infantry fighters personnel recruits conscripts"
    " paratroopers marines militants mercenaries reservists combatants militiamen servicemembers commandos guardsmen"
    " serviceman infantryman militiaman guardsman",
    "officers": "officers",
    "generals": "generals",
    "people": "people persons person men women man woman citizens residents inhabitants"
    " Koreans Russians Ukrainians Americans Europeans Chinese Palestinians Israelis Syrians villagers",
    "civilians": "civilians noncombatants",
    "children": "children child schoolchildren",
    "refugees": "refugees",
    "killed": "killed dead deaths fatalities",
    "wounded": "wounded injured injuries",
    "casualties": "casualties",
    "losses": "losses",
    "prisoners": "prisoners pows captives",
    "shells": "shells rounds projectiles",
    "missiles": "missiles rockets",
    "drones": "drones uavs",
    "tanks": "tanks",
    "aircraft": "aircraft jets planes warplanes fighter-jets aeroplanes airplanes",
    "helicopters": "helicopters",
    "vehicles": "vehicles trucks lorries",
    "guns": "guns howitzers",
    "ships": "ships vessels boats warships",
}
KIND = {word.lower(): kind for kind, words in _PLURALS.items() for word in words.split()}
"""The kind of a word in lower case, in the form that a number above one takes."""
CONTAINERS = frozenset({
    "force", "contingent", "unit", "army", "garrison", "brigade", "battalion", "regiment", "division", "corps",
    "company", "detachment", "echelon", "squad", "platoon",
})  # fmt: skip
"""What is made of soldiers: "a force of 12,000" counts soldiers."""
FATE = {
    "killed": "killed", "dead": "killed", "died": "killed", "perished": "killed",
    "killing": "killed", "kills": "killed",
    "wounded": "wounded", "injured": "wounded", "hurt": "wounded", "wounding": "wounded", "injuring": "wounded",
    "captured": "prisoners", "capturing": "prisoners", "imprisoned": "prisoners", "lost": "losses",
}  # fmt: skip
"""What has become of people who are counted, by the verb beside them."""
_NATION = r"(?:North|South|[A-Z]\w+(?:an|ish|ese)|new|more|additional|young|elite|armed)"
COUNTED_NEXT = rf"(?!\s+(?:{_NATION}\s+){{0,3}}(?i:{'|'.join(KIND)})\b)"
"""A form that refuses a number before things that are counted: it is no year."""


def kind(word: str, *, one: bool = False) -> str | None:
    """The kind that a noun names, whatever its case; with `one` it may be singular ("soldier").

    >>> kind("Servicemen"), kind("soldier"), kind("soldier", one=True), kind("POWs"), kind("leaders")
    ('soldiers', None, 'soldiers', 'prisoners', None)
    """
    word = word.lower().removesuffix("'s").removesuffix("’s")
    return KIND.get(word) or (KIND.get(f"{word}s") if one else None)
