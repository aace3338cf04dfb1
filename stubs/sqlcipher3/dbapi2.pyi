# The part of sqlcipher3.dbapi2 that Candour uses.
from collections.abc import Iterable, Iterator, Sequence

Value = str | bytes | int | float | None

sqlite_version: str
SQLITE_ERROR: int
SQLITE_BUSY: int
SQLITE_LOCKED: int
SQLITE_FULL: int
SQLITE_IOERR: int
SQLITE_READONLY: int
SQLITE_CANTOPEN: int
SQLITE_CORRUPT: int
SQLITE_NOTADB: int

class Error(Exception):
    sqlite_errorcode: int
    sqlite_errorname: str

class DatabaseError(Error): ...
class OperationalError(DatabaseError): ...

class Cursor:
    rowcount: int
    def fetchone(self) -> tuple[Value, ...] | None: ...
    def fetchall(self) -> list[tuple[Value, ...]]: ...
    def __iter__(self) -> Iterator[tuple[Value, ...]]: ...

class Connection:
    in_transaction: bool
    def execute(self, sql: str, parameters: Sequence[Value] = ...) -> Cursor: ...
    def executemany(self, sql: str, parameters: Iterable[Sequence[Value]]) -> Cursor: ...
    def close(self) -> None: ...

def connect(database: str, timeout: float = ..., isolation_level: str | None = ..., uri: bool = ...) -> Connection: ...
