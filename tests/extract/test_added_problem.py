"""A problem that a user adds in the vocabulary alone, in a copy of the package."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ADDED = """
[[problem]]
problem = "mosquitoes"
label_sv = "Mygg"
label_en = "Mosquitoes"

[[saying]]
id = "mosquitoes"
problem = "mosquitoes"
says = ["mygg~|myggplåga*"]
example = ["Myggen plågar oss"]
"""
READ = """
import sys
from pipeline.acts import judge_of
from pipeline.config import ReadSettings
from pipeline.extract.problems import problem_mentions
from pipeline.read import read
from pipeline.segment import segment
for part in segment(read(sys.stdin.buffer.read(), ReadSettings(ocr="off"))):
    print(*[f"{each.problem} {each.polarity}" for each in problem_mentions(part, judge_of(part))], sep="\\n")
"""
TEXT = """Protokoll Lokala Brå Ekmo 2019-03-01

1. Inledning
Maj hälsade alla välkomna.

2. Vid ån
Myggen har varit många vid ån.

3. Vid sjön
Några mygg har inte synts till.
"""


def test_it_is_found_by_its_sayings(tmp_path: Path) -> None:
    (tmp_path / "pipeline").mkdir()
    (tmp_path / "models").symlink_to(ROOT / "models")
    for each in (ROOT / "pipeline").iterdir():
        if each.name != "vocabulary":
            (tmp_path / "pipeline" / each.name).symlink_to(each)
    shutil.copytree(ROOT / "pipeline" / "vocabulary", tmp_path / "pipeline" / "vocabulary")
    with (tmp_path / "pipeline" / "vocabulary" / "problems.toml").open("a") as file:
        file.write(ADDED)
    told = subprocess.run(
        [sys.executable, "-c", READ],
        input=TEXT.encode(),
        capture_output=True,
        check=True,
        cwd=tmp_path,
    ).stdout.decode()
    assert told.splitlines() == ["mosquitoes positive", "mosquitoes negative"]
