"""The vocabulary: which LaTeX command is which sign, and how it keeps its distance. Data only.

Signs follow the unicode-math package, except that nothing comes from the mathematical alphanumeric block (absent from
most monospace fonts): italic and bold are styles of the terminal.
"""

import unicodedata

from tutor.typeset.nodes import Atom, Style


def pairs(table: str) -> dict[str, str]:
    words = table.split()
    return dict(zip(words[::2], words[1::2], strict=True))


GREEK = pairs("""
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ varkappa ϰ
    lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ
    chi χ psi ψ omega ω digamma ϝ Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
    varGamma Γ varDelta Δ varTheta Θ varLambda Λ varXi Ξ varPi Π varSigma Σ varUpsilon Υ varPhi Φ varPsi Ψ varOmega Ω
""")

LETTERS = pairs("""
    partial ∂ nabla ∇ infty ∞ ell ℓ hbar ℏ hslash ℏ imath ı jmath ȷ Re ℜ Im ℑ wp ℘ aleph ℵ beth ℶ forall ∀ exists ∃
    nexists ∄ emptyset ∅ varnothing ∅ top ⊤ bot ⊥ angle ∠ triangle △ square □ Box □ blacksquare ■ bigstar ★ diamond ⋄
    lozenge ◊ clubsuit ♣ heartsuit ♡ spadesuit ♠ prime ′ backprime ‵ degree ° complement ∁ neg ¬ lnot ¬ surd √ S § P ¶
    copyright © pounds £ euro € yen ¥ checkmark ✓ flat ♭ sharp ♯ natural ♮ vert | Vert ‖ | ‖ backslash \\ cdotp ·
    textbackslash \\ textasciitilde ~ textdegree ° aa å AA Å ae æ oe œ ss ß o ø O Ø i ı j ȷ l ł L Ł mho ℧ lbrace {
    rbrace } _ _ # # % % & & $ $ qed ∎ blacktriangle ▲ triangledown ▽ dag † ddag ‡ textbullet •
""")

BINARY = pairs("""
    times × cdot · div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet • cap ∩ cup ∪ sqcap ⊓ sqcup ⊔ vee ∨ lor ∨ wedge ∧ land ∧
    setminus ∖ smallsetminus ∖ wr ≀ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ circledast ⊛ boxplus ⊞ boxminus ⊟
    boxtimes ⊠ boxdot ⊡ dagger † ddagger ‡ amalg ⨿ uplus ⊎ triangleleft ◁ triangleright ▷ ltimes ⋉ rtimes ⋊ dotplus ∔
    divideontimes ⋇ barwedge ⊼ veebar ⊻ intercal ⊺ bmod mod centerdot · sslash ⫽ bigtriangleup △ bigtriangledown ▽
    bigcirc ○ circledcirc ⊚ curlyvee ⋎ curlywedge ⋏ lhd ⊲ rhd ⊳
""")

RELATIONS = pairs("""
    leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ lt < gt > leqslant ⩽ geqslant ⩾ ll ≪ gg ≫ lll ⋘ ggg ⋙ approx ≈ thickapprox ≈
    sim ∼ thicksim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝ varpropto ∝ in ∈ notin ∉ ni ∋ owns ∋ subset ⊂ supset ⊃
    subseteq ⊆ supseteq ⊇ subsetneq ⊊ supsetneq ⊋ nsubseteq ⊈ nsupseteq ⊉ sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑
    sqsupseteq ⊒ prec ≺ succ ≻ preceq ⪯ succeq ⪰ perp ⟂ parallel ∥ nparallel ∦ mid | nmid ∤ asymp ≍ doteq ≐
    doteqdot ≑ triangleq ≜ models ⊨ vdash ⊢ dashv ⊣ Vdash ⊩ vDash ⊨ bowtie ⋈ smile ⌣ frown ⌢ coloneqq := coloneq :=
    colonequals := eqqcolon =: eqcolon =: equalscolon =: vcentcolon : lesssim ≲ gtrsim ≳ lessgtr ≶ gtrless ≷ nless ≮
    ngtr ≯ nleq ≰ ngeq ≱ ncong ≇ nsim ≁ approxeq ≊ backsim ∽ Bumpeq ≎ bumpeq ≏ circeq ≗ eqcirc ≖ risingdotseq ≓
    precsim ≾ succsim ≿ trianglelefteq ⊴ trianglerighteq ⊵ therefore ∴ because ∵ iff ⟺ implies ⟹ impliedby ⟸
    curlyeqprec ⋞ curlyeqsucc ⋟ preccurlyeq ≼ succcurlyeq ≽ given | indep ⫫ independent ⫫ Perp ⫫
    leqq ≦ geqq ≧ lneq ⪇ gneq ⪈ between ≬ pitchfork ⋔ multimap ⊸ vartriangleleft ⊲
    vartriangleright ⊳ to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐
    Leftrightarrow ⇔ uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ Updownarrow ⇕ longrightarrow ⟶
    longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹ Longleftarrow ⟸ Longleftrightarrow ⟺ mapsto ↦ longmapsto ⟼
    hookrightarrow ↪ hookleftarrow ↩ rightharpoonup ⇀ rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽
    rightleftharpoons ⇌ leftrightharpoons ⇋ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ rightsquigarrow ⇝ leadsto ⇝
    leftrightarrows ⇆ rightleftarrows ⇄ rightrightarrows ⇉ leftleftarrows ⇇ twoheadrightarrow ↠ twoheadleftarrow ↞
    rightarrowtail ↣ dashrightarrow ⇢ nrightarrow ↛ nleftarrow ↚ nRightarrow ⇏ nLeftarrow ⇍ circlearrowleft ↺
    circlearrowright ↻ curvearrowright ↷ curvearrowleft ↶ xleftrightarrow ↔ upharpoonright ↾ restriction ↾
""")

DOTS = pairs("""
    dots … ldots … cdots ⋯ vdots ⋮ ddots ⋱ dotsc … dotsb ⋯ dotsm ⋯ dotsi ⋯ dotso … adots ⋰ iddots ⋰ udots ⋰ hdots …
    textellipsis …
    mathellipsis …
""")

PUNCTUATION = pairs("colon : comma , semicolon ; ldotp .")

OPENING = pairs(
    "{ { lbrack [ langle ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖ lgroup ( lmoustache { llbracket ⟦ ulcorner ⌜ lparen ("
)
CLOSING = pairs(
    "} } rbrack ] rangle ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖ rgroup ) rmoustache } rrbracket ⟧ urcorner ⌝ rparen )"
)

DELIMITERS: dict[str, str] = {
    **{sign: sign for sign in "()[]|/"},
    "<": "⟨",
    ">": "⟩",
    ".": "",
    **{
        "\\" + name: sign
        for name, sign in {
            **OPENING,
            **CLOSING,
            **pairs("lbrace { rbrace } vert | Vert ‖ | ‖ mid | backslash \\ uparrow ↑ downarrow ↓ updownarrow ↕"),
            **pairs("Uparrow ⇑ Downarrow ⇓ Updownarrow ⇕ parallel ‖"),
        }.items()
    },
}
"""What may follow ``\\left``, ``\\right``, ``\\middle`` and ``\\big``, as written, and the bracket it means."""

_FUNCTIONS = """
    sin cos tan cot sec csc sinh cosh tanh coth sech csch arcsin arccos arctan arccot arcsinh arccosh arctanh log ln lg
    exp deg dim hom ker arg sgn sign tr Tr diag rank erf softmax relu ReLU sigmoid Var Cov sen tg arcsen arctg
    senh tgh span trace
"""
_LIMIT_FUNCTIONS = "lim max min sup inf det gcd Pr limsup liminf argmin argmax injlim projlim plim"
_BIG = pairs("""
    sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ biguplus ⨄ bigsqcup ⨆
""")
_INTEGRALS = pairs("int ∫ iint ∬ iiint ∭ oint ∮ smallint ∫ idotsint ∫⋯∫ oiint ∯")
_SPLIT_NAMES = {
    "limsup": "lim sup",
    "liminf": "lim inf",
    "argmin": "arg min",
    "argmax": "arg max",
    "injlim": "inj lim",
    "projlim": "proj lim",
}

OPERATORS: dict[str, tuple[str, bool]] = {
    **{name: (name, False) for name in _FUNCTIONS.split()},
    **{name: (_SPLIT_NAMES.get(name, name), True) for name in _LIMIT_FUNCTIONS.split()},
    **{name: (sign, True) for name, sign in _BIG.items()},
    **{name: (sign, False) for name, sign in _INTEGRALS.items()},
    "intop": ("∫", True),
    "varlimsup": ("lim sup", True),
    "varliminf": ("lim inf", True),
}
"""Command → the name or sign it shows and whether its scripts are limits."""

_BY_ATOM: tuple[tuple[dict[str, str], Atom], ...] = (
    (LETTERS, "ord"),
    (GREEK, "ord"),
    (BINARY, "bin"),
    (RELATIONS, "rel"),
    (DOTS, "inner"),
    (PUNCTUATION, "punct"),
    (OPENING, "open"),
    (CLOSING, "close"),
)
SYMBOLS: dict[str, tuple[str, Atom]] = {name: (sign, atom) for table, atom in _BY_ATOM for name, sign in table.items()}
"""Command → its sign and its class."""

CHARACTERS: dict[str, tuple[str, Atom]] = {
    "+": ("+", "bin"),
    "-": ("−", "bin"),
    "*": ("*", "bin"),
    **{sign: (sign, "rel") for sign in "=<>:"},
    **{sign: (sign, "punct") for sign in ",;"},
    ".": (".", "stop"),
    **{sign: (sign, "open") for sign in "(["},
    **{sign: (sign, "close") for sign in ")]!?"},
    "`": ("‘", "ord"),
    "@": ("@", "ord"),
    **{
        sign: (sign, atom)
        for table, atom in reversed(_BY_ATOM)
        for sign in table.values()
        if len(sign) == 1 and not sign.isascii()
    },
    **{sign: (sign, "bin") for sign in "·×÷±∓∘⊙⊗⊕⊖⊘∩∪∧∨−"},
    **{sign: (sign, "rel") for sign in "→←≤≥≠≈≡∈∉⊂⊆⇒⇔∝∥"},
    "…": ("…", "inner"),
}
"""Characters that are not plain letters: the sign shown and its class."""

BIG_SIGNS: dict[str, bool] = dict.fromkeys(_BIG.values(), True) | dict.fromkeys(_INTEGRALS.values(), False)
"""Big signs typed as such, and whether their scripts are limits."""

SPACES: dict[str, int] = {
    ",": 1, ":": 1, ">": 1, ";": 1, " ": 1, "!": 0, "/": 0, "\n": 1, "thinspace": 1, "medspace": 1, "thickspace": 1,
    "enspace": 1, "enskip": 1, "space": 1, "nobreakspace": 1, "quad": 2, "qquad": 4, "negthinspace": 0, "hfill": 2,
    "negmedspace": 0, "negthickspace": 0, "hfil": 2, "nonumber": 0, "notag": 0, "allowbreak": 0, "nobreak": 0,
    "relax": 0,
    "displaystyle": 0, "textstyle": 0, "scriptstyle": 0, "scriptscriptstyle": 0, "mathstrut": 0, "strut": 0, "null": 0,
    "smallskip": 0, "medskip": 0, "bigskip": 0, "noindent": 0, "centering": 0, "protect": 0,
    "tiny": 0, "scriptsize": 0, "footnotesize": 0, "small": 0, "normalsize": 0, "large": 0, "Large": 0,
    "LARGE": 0, "huge": 0, "Huge": 0, "unboldmath": 0,
}  # fmt: skip
"""Commands that are room, or nothing at all in a terminal (sizes, TeX's styles)."""

STYLES: dict[str, Style] = {
    **dict.fromkeys(["mathbf", "boldsymbol", "bm", "bold", "pmb", "mathbfit", "symbf", "symbfit", "mathbfsf"], "bold"),
    **dict.fromkeys(["vb", "vectorbold", "mathbold"], "bold"),
    **dict.fromkeys(["mathrm", "mathsf", "mathtt", "mathup", "symup"], "plain"),
    **dict.fromkeys(["mathit", "mathnormal", "symit"], "italic"),
    **dict.fromkeys(["mathcal", "mathscr", "mathfrak"], "script"),
    **dict.fromkeys(["mathbb", "mathds", "mathbbm", "Bbb"], "bold"),
}
"""Commands that set a group in a style."""

ALPHABETS: dict[str, dict[str, str]] = {
    **{key: dict(zip("CHNPQRZ", "ℂℍℕℙℚℝℤ", strict=True)) for key in ("mathbb", "mathds", "mathbbm", "Bbb")},
    **{key: dict(zip("BEFHILMRe", "ℬℰℱℋℐℒℳℛℯ", strict=True)) for key in ("mathcal", "mathscr")},
    "mathfrak": dict(zip("CHZ", "ℭℌℨ", strict=True)),
}
"""Letters of special alphabets that ordinary fonts have; the others keep the plain letter in the command's style."""

SWITCHES: dict[str, Style] = {
    "bf": "bold", "bfseries": "bold", "rm": "plain", "sf": "plain", "tt": "plain", "it": "italic", "cal": "script",
    "mit": "italic", "upshape": "plain", "itshape": "italic",
}  # fmt: skip
"""Commands that set the rest of their group in a style."""

TEXTS: dict[str, Style] = {
    **dict.fromkeys(["text", "textrm", "textsc", "textnormal", "textsf", "texttt", "mbox", "hbox", "textup"], "plain"),
    **dict.fromkeys(["textmd", "intertext", "shortintertext"], "plain"),
    **dict.fromkeys(["textit", "emph", "textsl"], "italic"),
    "textbf": "bold",
}
"""Commands whose argument is words."""

ACCENTS: dict[str, str] = {
    "hat": "\u0302", "bar": "\u0304", "vec": "\u20d7", "tilde": "\u0303", "dot": "\u0307", "ddot": "\u0308",
    "dddot": "\u20db", "check": "\u030c", "breve": "\u0306", "acute": "\u0301", "grave": "\u0300", "mathring": "\u030a",
    "widehat": "\u0302", "widetilde": "\u0303", "widecheck": "\u030c", "overline": "", "underline": "",
    "overrightarrow": "", "overleftarrow": "", "overleftrightarrow": "", "underbar": "", "undertilde": "",
    "underrightarrow": "", "underleftarrow": "", "underleftrightarrow": "", "overparen": "", "underparen": "",
}  # fmt: skip
"""Accents and the combining character that would make a precomposed letter."""

SAME_ACCENTS = {
    "widebar": "overline", "utilde": "undertilde", "vv": "overrightarrow", "va": "vec", "vu": "hat",
    "Hat": "hat", "Bar": "bar", "Vec": "vec", "Tilde": "tilde", "Dot": "dot", "Ddot": "ddot", "Check": "check",
    "overarc": "overparen", "wideparen": "overparen", "overgroup": "overparen", "undergroup": "underparen",
}  # fmt: skip
"""Other names of some accents."""


def precomposed(letter: str, kind: str) -> str | None:
    """The one character that is a letter with an accent, if there is one: ŷ, but no x̄."""
    mark = ACCENTS[kind]
    if not mark or len(letter) != 1:
        return None
    single = unicodedata.normalize("NFC", letter + mark)
    return single if len(single) == 1 else None


def negated(sign: str) -> str:
    """A sign struck through: = → ≠."""
    return {"|": "∤", "∥": "∦", "→": "↛"}.get(sign) or unicodedata.normalize("NFC", sign + "\u0338")


def letter_and_accent(character: str) -> tuple[str, str] | None:
    """The letter and the accent of a precomposed character: ŷ → y, hat."""
    apart = unicodedata.normalize("NFD", character)
    if len(apart) != 2:
        return None
    kinds = [kind for kind, mark in ACCENTS.items() if mark == apart[1]]
    return (apart[0], kinds[0]) if kinds else None
