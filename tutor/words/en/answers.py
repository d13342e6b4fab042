"""Messages of answers."""

TABLE: dict[str, str] = {
    "judge.right.equal-trees": "It is exactly the result.",
    "judge.right.proved": "It is proved to be equal to the result.",
    "judge.right.agrees": "It agrees with the result, digit by digit, at every point tried.",
    "judge.right.choice": "That is the option.",
    "judge.right.shape": "That is the shape.",
    "judge.rounded": "This is the rounded value. Write the exact one, as a fraction or a root.",
    "judge.other-reading": "Read this way it is not right, but the other reading is. Write it so that only "
    "that one is possible.",
    "judge.half": "This is the derivative of the cost with $1/2$ in front. Here the cost has none: the 2 that comes "
    "down from the square stays.",
    "judge.singular": "The matrix you invert has no inverse, since its determinant is 0. Check its entries.",
    "judge.kink": "It differs only on the edge itself ({point}), where the course takes the other branch: ReLU's "
    "derivative at 0 is 0.",
    "judge.layout.almost": "The values are right, but you wrote {found} and here it is {expected}.",
    "judge.layout.wrong": "The values are these but the layout is not: you wrote {found} and {expected} is asked for.",
    "judge.unsure": "I do not know whether it equals the result, so it does not count. Try writing it another way.",
    "judge.wrong": "It does not equal the result. Go through your answer step by step.",
    "judge.wrong.entry": "Entry ({row},{column}) differs from the result: check row {row}, column {column}.",
    "judge.wrong.domain": "At {point} the result has a value and your answer has none: see which division, root or "
    "logarithm is in the way.",
    "judge.wrong.case": "At {point} the result has a value, but none of your cases holds there. Write that case too.",
    "judge.wrong.choice": "Not this option. Read the question again and try another one.",
    "judge.wrong.shape": "Not this shape. Count the rows first, then the columns.",
    "judge.wrong.shape.swapped": "The other way round: rows first, then columns.",
    "judge.wrong.line": "The mistake is not in line {line}. Compare each line with the one before.",
    "judge.line.only": "That is the line. Write also what it should say, for example “{line}: …”.",
    "judge.line.unreadable": "Write the number of the line, a colon and the corrected line.",
    "judge.choice.unknown": "Type one of these letters: {letters}.",
    "judge.shape.unreadable": "Write the shape as rows x columns, for example 2x3.",
    "judge.domain.narrower": "It agrees where both have a value, but yours is not defined at {point}.",
    "judge.domain.wider": "It agrees where both have a value; yours is also defined at {point}.",
    "judge.shape.number": "a number",
    "judge.shape.row": "a row of {n}",
    "judge.shape.column": "a column of {n}",
    "judge.shape.matrix": "a {m}×{n} matrix",
    "judge.shape.differs": "You wrote {found} and the result is {expected}.",
    "judge.shape.sum": "These do not go together component by component: {left} and {right}. They need the same shape.",
    "judge.shape.product": "Cannot multiply {left} by {right}: the first must have as many columns as the second "
    "has rows.",
    "judge.shape.divide": "Cannot divide {left} by {right}: a number is needed, or something of the same shape.",
    "judge.shape.power": "Cannot raise {left} to that exponent: only to a whole number, up to 12.",
    "judge.shape.square": "A square matrix is needed here, and this is {left}.",
    "judge.shape.dot": "A dot product needs two vectors with the same number of components: {left} and {right} are "
    "not.",
    "judge.shape.vector": "A vector is needed here, and this is {left}.",
    "judge.shape.compare": "Cannot compare {left} with {right}.",
    "judge.shape.cases": "The branches do not have one shape: {left} and {right}.",
    "judge.shape.blocks": "The parts of the matrix do not fit together: those of a row need the same height, and all "
    "rows the same width.",
    "judge.shape.size": "Nothing tells the size of the identity or the vector of ones or zeros: write it, as in "
    "I(3) or ones(3).",
    "judge.shape.large": "The matrix is too large to be checked. Write the answer another way.",
    "judge.shape.variables": "Differentiate by variables, not by another expression.",
    "judge.square.almost": "The values are right but the matrix is transposed: one row for each function, one column "
    "for each variable.",
    "judge.square.wrong": "Your matrix is the transpose: one row for each function, one column for each variable.",
    "judge.task": "Cannot read “{text}”: {why}",
    "judge.zero": "It is all 0, but the result is {expected}: write its zeros.",
}
