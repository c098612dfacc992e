"""lokalbra serve"""

import ipaddress
from pathlib import Path

import click

from pipeline.cli import options


@click.command()
@options.database
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="The port to listen on; 0 takes a free one.",
)
@click.option(
    "--token",
    envvar="LOKALBRA_TOKEN",
    help="A secret to be given before anything is shown; needed where others can reach the page."
    " Better in the environment's LOKALBRA_TOKEN.",
)
@click.option(
    "--allow-host",
    "names",
    multiple=True,
    metavar="NAME",
    help="A further name that the page is asked for under, as behind a proxy.",
)
@click.option(
    "--cache",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the copy that is read and the pictures of pages are kept. Default: DB.serve beside the database.",
)
def serve(
    database: Path,
    host: str,
    port: int,
    token: str | None,
    names: tuple[str, ...],
    folder: Path | None,
) -> None:
    """Show the archive in a browser, on this machine.

    The page reads a copy of the database, so an ingest can write meanwhile; when it has ended the
    page shows the new state.

    \b
    lokalbra serve
    lokalbra serve --db outputs/arkiv.duckdb --port 8080
    LOKALBRA_TOKEN=... lokalbra serve --host 0.0.0.0 --allow-host arkiv.kommun.example
    """
    from pipeline.errors import UsageError

    if not _is_loopback(host) and not token:
        raise UsageError(f"--host {host} can be reached from other machines: give a --token")
    if token is not None and len(token) < _SHORTEST:
        raise UsageError(f"--token has fewer than {_SHORTEST} characters")

    from pipeline.web.app import Access
    from pipeline.web.archive import Archive
    from pipeline.web.server import run

    archive = Archive(database, folder or database.with_name(f"{database.name}.serve"))
    hosts = frozenset(name.lower() for name in (host, *names))
    run(
        archive,
        Access(hosts, token),
        host,
        port,
        lambda address: click.echo(f"lokalbra: {address}  (Ctrl-C avslutar)", err=True),
    )


_SHORTEST = 12


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
