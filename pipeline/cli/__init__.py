"""The command line. Commands import what they need when they run, so that --help is instant."""

import errno
import os
import sys
import traceback

import click

from pipeline import VERSION
from pipeline.cli.ask import report, schema, sql
from pipeline.cli.diff import diff
from pipeline.cli.doctor import doctor
from pipeline.cli.evaluate import evaluate
from pipeline.cli.export import export
from pipeline.cli.ingest import ingest
from pipeline.cli.search import search
from pipeline.cli.serve import serve
from pipeline.cli.show import show
from pipeline.errors import LokalbraError, OutputUnwritable


class _Commands(click.Group):
    """Turns our own errors into a sentence, a word on what to do, and an exit code."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            done = super().invoke(ctx)
            sys.stdout.flush()  # what waits there may not fit on the disk
            return done
        except LokalbraError as error:
            from pipeline.identity_numbers import masked

            click.echo(f"lokalbra: {masked(str(error))}\n{error.remedy}", err=True)
            ctx.exit(error.exit_code)
        except (
            click.ClickException,
            click.Abort,
            click.exceptions.Exit,
            BrokenPipeError,  # who reads our output has had enough
            KeyboardInterrupt,
        ):
            raise
        except OSError as error:
            if error.errno != errno.ENOSPC:
                _tell_fault(error)
                ctx.exit(LokalbraError.exit_code)
            _drop_output()
            click.echo(f"lokalbra: {error.strerror}\n{OutputUnwritable.remedy}", err=True)
            ctx.exit(OutputUnwritable.exit_code)
        except Exception as error:
            _tell_fault(error)
            ctx.exit(LokalbraError.exit_code)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's own)
        return list(self.commands)  # in the order of use, not of the alphabet


def _tell_fault(error: Exception) -> None:
    """What is ours to mend, with the place where it happened."""
    traceback.print_exc(file=sys.stderr)
    click.echo(f"lokalbra: {error}\n{LokalbraError.remedy}", err=True)


def _drop_output() -> None:
    """Lead standard output nowhere: what is left to be written there would fail once more at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="lokalbra")
def main() -> None:
    """Reads archives of protocols of local crime-prevention councils (lokala Brå).

    \b
    lokalbra ingest archive/              read every document in a folder
    lokalbra report                       which questions are ready to ask
    lokalbra report open-actions          what has been decided and not done
    lokalbra search belysning tunnel      what the protocols say of it
    lokalbra show archive/2019-02.pdf     one document, as it was understood

    Exit codes: 0 all well, 1 a fault of ours, 2 wrong use, 3 some documents failed (the rest are
    loaded), 4 the database cannot be used.
    """


main.add_command(ingest)
main.add_command(show)
main.add_command(report)
main.add_command(sql)
main.add_command(search)
main.add_command(export)
main.add_command(serve)
main.add_command(schema)
main.add_command(diff)
main.add_command(evaluate)
main.add_command(doctor)
