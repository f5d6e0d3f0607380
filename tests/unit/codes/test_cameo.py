import pytest

from dragoman.codes.cameo import load_cameo, read_cameo
from dragoman.codes.tables import read_table
from dragoman.errors import DataError

# The Goldstein table published with GDELT 1.0, by root and at the codes where other packages differ.
PUBLISHED = {
    "01": 0.0, "02": 3.0, "03": 4.0, "04": 1.0, "05": 3.5, "06": 6.0, "07": 7.0, "08": 5.0, "09": -2.0,
    "10": -5.0, "11": -2.0, "12": -4.0, "13": -6.0, "14": -6.5, "15": -7.2, "16": -4.0, "17": -7.0,
    "18": -9.0, "19": -10.0, "20": -10.0,
    "016": -2.0, "022": 3.2, "042": 1.9, "043": 2.8, "045": 5.0, "046": 7.0, "057": 8.0, "072": 8.3,
    "0874": 10.0, "124": -4.0, "138": -7.0, "163": -8.0, "164": -7.0, "165": -6.5, "166": -7.0,
    "171": -9.2, "173": -5.0, "195": -10.0, "196": -9.5,
}  # fmt: skip
HEADER = "code\tquad\tgoldstein\tscale_version\tlabel\n"


def test_scores_are_those_of_the_published_table():
    scores = {entry.code: entry.goldstein for entry in load_cameo()}
    assert {code: scores.get(code) for code in PUBLISHED} == PUBLISHED


def test_every_score_names_its_scale():
    assert {entry.scale_version for entry in load_cameo()} == {"gdelt-1.0"}


def test_twenty_roots_and_codes_kept_as_text():
    codes = [entry.code for entry in load_cameo()]
    assert sum(len(code) == 2 for code in codes) == 20
    assert len(codes) == len(set(codes))
    assert "01" in codes
    assert "1" not in codes


@pytest.mark.parametrize(
    ("root", "quad"), [("01", 1), ("05", 1), ("06", 2), ("08", 2), ("09", 3), ("13", 3), ("14", 4), ("20", 4)]
)
def test_quad_class_follows_the_root(root, quad):
    assert {entry.quad for entry in load_cameo() if entry.root == root} == {quad}


def test_labels_are_given():
    assert all(entry.label for entry in load_cameo())


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("4\t1\t1.0\tx\tconsults", r"cameo.tsv line 2: CAMEO code '4' is not two to four digits"),
        ("04\t1\t1.0\tx\tconsults\n04\t1\t1.0\tx\tconsults", r"line 3: CAMEO code 04 already stands at"),
        ("042\t1\t1.9\tx\tvisits", r"CAMEO code 042 has no root 04 in the table; add it"),
        ("04\t1\tmuch\tx\tconsults", r"Goldstein score 'much' is no number"),
    ],
)
def test_broken_lines_are_refused(lines, message):
    with pytest.raises(DataError, match=message):
        read_cameo(read_table(HEADER + lines, name="cameo.tsv"))
