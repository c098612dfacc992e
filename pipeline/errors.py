"""Every way in which work can stop, each with an exit code and a word on what to do.

An exception says that this unit (a file, a database, a command) cannot go on. What is merely
uncertain is an Issue on the record instead.
"""

from typing import ClassVar, Literal


class LokalbraError(Exception):
    """The root. `code` is stored and stable; `remedy` says in one sentence what to do.

    `remedy_sv` says it in Swedish, of what can become a document's failed row.
    """

    code: ClassVar[str] = "internal"
    exit_code: ClassVar[int] = 1
    remedy: ClassVar[str] = "This is a fault of ours; please report it with the message above."
    remedy_sv: ClassVar[str] = "Felet är vårt; anmäl det gärna med meddelandet."


class UsageError(LokalbraError):
    """The command was called with something that cannot be meant."""

    code = "usage"
    exit_code = 2
    remedy = "See lokalbra --help."


class SearchSyntax(UsageError):
    """What is searched for cannot be understood."""

    code = "search_syntax"
    remedy = 'Write words that all must stand there, "words in a row", and -word for what must not.'


class OutputUnwritable(UsageError):
    """What was asked for cannot be written where it was asked for."""

    code = "output_unwritable"
    remedy = "Check the folder's permissions and the free disk space, or name another place."


class UnknownModel(UsageError):
    """No spaCy model of that name is installed, or it lacks a component that is needed."""

    remedy = "Install it with pip, or leave --spacy-model out: lokalbra has a model of its own."


class MissingExtra(UsageError):
    """What was asked for needs a package that is not installed."""

    code = "missing_extra"
    remedy = "pip install 'lokalbra[dask]', and s3fs or the like for stores of other kinds."


class NoCluster(UsageError):
    """There is no cluster of our code at that address."""

    code = "no_cluster"
    remedy = "Start dask scheduler and, with the same lokalbra installed, dask worker; see README."


class NoBaseline(UsageError):
    code = "no_baseline"
    remedy = "Make one with lokalbra evaluate DIR --write-baseline FILE."


class BadTruth(UsageError):
    """A truth file is none, or stands alone."""

    code = "bad_truth"
    remedy = "tools/protocols/README.md says what stands in a truth file."


class ScoreLost(LokalbraError):
    """An evaluation is worse than its baseline."""

    code = "score_lost"
    remedy = "Mend it, or keep the new state with --write-baseline and say why."


class ClusterLost(LokalbraError):
    """The cluster went away while it was at work. What it had answered is stored."""

    code = "cluster_lost"
    exit_code = 3
    remedy = "Start it again and run the same command: it goes on where it was."


class DocumentError(LokalbraError):
    """One document cannot be read. It becomes a failed row and the batch goes on."""

    code = "document"
    exit_code = 3
    remedy = "Look at the file; the other documents are loaded."
    remedy_sv = "Se på filen; övriga dokument är inlästa."


class EmptyDocument(DocumentError):
    code = "empty"
    remedy = "The file holds no text; replace it with the real protocol."
    remedy_sv = "Filen har ingen text; byt ut den mot det riktiga protokollet."


class UnsupportedType(DocumentError):
    code = "unsupported_type"
    remedy = "Save it as PDF, DOCX or text, or install what lokalbra doctor names for it."
    remedy_sv = (
        "Spara den som PDF, DOCX eller text, eller installera det som lokalbra doctor nämner."
    )


class DamagedDocument(DocumentError):
    code = "damaged"
    remedy = "Open the file in its own program and save it anew, or fetch it again."
    remedy_sv = (
        "Öppna filen i det program den kommer från och spara den på nytt, eller hämta den igen."
    )


class EncryptedDocument(DocumentError):
    code = "encrypted"
    remedy = "Save a copy without password."
    remedy_sv = "Spara en kopia utan lösenord."


class UnreadableFile(DocumentError):
    code = "unreadable_file"
    remedy = "See that the file is still there and that you may read it."
    remedy_sv = "Se efter att filen finns kvar och att du får läsa den."


class LimitExceeded(DocumentError):
    """Too many pages, too many pixels, too long or too much memory."""

    code = "limit_exceeded"
    remedy = "Raise the limit named above if the file is what it should be."
    remedy_sv = "Höj gränsen som nämns i meddelandet, om filen är som den ska."


class ReaderDied(DocumentError):
    """The process that read it was brought down: by a fault in native code, or by the system."""

    code = "reader_died"
    remedy = "Try again with --retry-failed; if it happens again, save the file anew and report it."
    remedy_sv = (
        "Försök igen med --retry-failed; händer det igen, spara filen på nytt och anmäl felet."
    )


class Interrupted(DocumentError):
    """It was being read when the run was killed or the machine stopped."""

    code = "interrupted"
    remedy = "Run lokalbra ingest again: it is tried anew, after the others."
    remedy_sv = "Kör lokalbra ingest igen: dokumentet prövas på nytt, efter de andra."


class DatabaseError(LokalbraError):
    """The database cannot be used."""

    code = "database"
    exit_code = 4
    remedy = "Run lokalbra doctor."


class DatabaseBusy(DatabaseError):
    """What is asked of the database at the same time needs more memory than it may have."""

    code = "database_busy"
    remedy = "Try again in a moment, or ask for one council or fewer years."


class DatabaseLocked(DatabaseError):
    code = "database_locked"
    remedy = "Another lokalbra is writing to it; wait until it has ended."


class DatabaseUnwritable(DatabaseError):
    code = "database_unwritable"
    remedy = "Check the folder's permissions and the free disk space, or name another --db."


class DatabaseForeign(DatabaseError):
    """The file is none that lokalbra made."""

    code = "database_foreign"
    remedy = "Name another --db, or move that file away if nobody needs it."


class DatabaseMissing(DatabaseError):
    code = "database_missing"
    remedy = "Make it with lokalbra ingest, or name it with --db."


class DatabaseVersion(DatabaseError):
    code = "database_version"
    remedy = "Use the lokalbra that made it, or ingest the archive into a new --db."


class QueryError(LokalbraError):
    """A query is wrong, forbidden, too long or too large."""

    code = "query"
    exit_code = 2
    remedy = "See lokalbra report for ready questions and README for the tables."


def remedy_of(code: str, language: Literal["sv", "en"] = "sv") -> str:
    """The sentence that belongs to the stored code of a failed row."""
    kind = _kind(code)
    return kind.remedy_sv if language == "sv" else kind.remedy


def _kind(code: str) -> type[LokalbraError]:
    kinds: list[type[LokalbraError]] = [LokalbraError]
    for kind in kinds:
        if kind.code == code:
            return kind
        kinds += kind.__subclasses__()
    return LokalbraError
