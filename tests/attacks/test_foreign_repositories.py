"""`resumekit diff REVISION:FILE` in a repository of a stranger: it runs nothing, fetches nothing, and ends soon."""

from __future__ import annotations

import hashlib
import os
import shutil
import socket
import subprocess
import threading
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from resumekit.cli.diff import _resume
from resumekit.errors import LoadError
from resumekit.load import load_revision, revision_of
from resumekit.load.git_file import _ENVIRONMENT
from resumekit.load.limits import MAX_BYTES

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the commands of the attacks are for a shell")

RESUME = "basics: {name: Jane Quillfeather}\n"
SECRET = "basics: {name: Zephyrine Quillfeather}\n"
EVIL = "evil"
"""The command of every attack: it leaves a file in the folder of the attack."""

FETCHING = {
    "uploadpack": {"remote.evil.url": "file:///nowhere", "remote.evil.uploadpack": "EVIL"},
    "uploadpack of a path": {"remote.evil.url": ".", "remote.evil.uploadpack": "EVIL"},
    "ext": {"remote.evil.url": "ext::EVIL", "protocol.ext.allow": "always"},
    "ext as helper": {"remote.evil.url": "x", "remote.evil.vcs": "ext", "protocol.allow": "always"},
    "ext by another name": {"remote.evil.url": "x:y", "url.ext::EVIL %.insteadOf": "x:", "protocol.allow": "always"},
    "ssh": {"remote.evil.url": "ssh://git.example/x", "core.sshCommand": "EVIL"},
    "ssh in short": {"remote.evil.url": "git.example:x", "core.sshCommand": "EVIL", "ssh.variant": "simple"},
    "proxy": {"remote.evil.url": "git://git.example/x", "core.gitProxy": "EVIL", "protocol.git.allow": "always"},
}
"""What a partial clone runs when it fetches a missing object."""

RUNNING = {
    "fsmonitor": {"core.fsmonitor": "EVIL", "core.fsmonitorHookVersion": "2"},
    "pager": {"core.pager": "EVIL", "pager.ls-tree": "true", "pager.cat-file": "true"},
    "pager of a command": {"pager.ls-tree": "EVIL", "pager.cat-file": "EVIL"},
    "alias": {"alias.ls-tree": "!EVIL", "alias.cat-file": "!EVIL"},
    "editor": {"core.editor": "EVIL", "sequence.editor": "EVIL"},
    "password": {"core.askPass": "EVIL", "credential.helper": "!EVIL"},
    "alternate references": {"core.alternateRefsCommand": "EVIL"},
    "signatures": {"gpg.program": "EVIL", "gpg.ssh.program": "EVIL", "log.showSignature": "true"},
    "diff": {"diff.external": "EVIL", "diff.evil.command": "EVIL", "diff.evil.textconv": "EVIL"},
    "filter": {"filter.evil.smudge": "EVIL", "filter.evil.clean": "EVIL", "filter.evil.process": "EVIL"},
    "merge": {"merge.evil.driver": "EVIL", "mergetool.evil.cmd": "EVIL"},
    "pack hook": {"uploadpack.packObjectsHook": "EVIL"},
    "submodule": {"submodule.evil.update": "!EVIL"},
    "maintenance": {"gc.auto": "1", "maintenance.auto": "true", "gc.recentObjectsHook": "EVIL"},
    "hooks folder": {"core.hooksPath": "hooks-of-evil"},
}
"""What else in a configuration names a program."""

HOOKS = (
    "post-checkout post-index-change reference-transaction pre-auto-gc fsmonitor-watchman read-object query-watchman"
)


def git(folder: Path, *arguments: str, env: Mapping[str, str] | None = None) -> str:
    settings = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(
        ["git", *settings, *arguments], cwd=folder, env={**os.environ, **(env or {})}, check=True, capture_output=True
    )
    return done.stdout.decode().strip()


@pytest.fixture(scope="session")
def clean_repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with two commits of a résumé."""
    folder = tmp_path_factory.mktemp("clean") / "repository"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    (folder / ".gitattributes").write_text("* diff=evil filter=evil merge=evil\n")
    (folder / "resume.yaml").write_text(RESUME)
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "first: fix")
    (folder / "resume.yaml").write_text(RESUME.replace("Jane", "John"))
    git(folder, "commit", "--quiet", "--all", "-m", "second")
    return folder


@pytest.fixture
def repository(clean_repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of that repository, which is the current folder."""
    folder = tmp_path / "repository"
    shutil.copytree(clean_repository, folder)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def evil(tmp_path: Path) -> Path:
    """A program that leaves the file `marker` beside it."""
    program = tmp_path / EVIL
    program.write_text(f'#!/bin/sh\ntouch "{tmp_path}/marker"\nexit 1\n')
    program.chmod(0o700)
    return program


def configure(repository: Path, evil: Path, settings: Mapping[str, str], file: str = ".git/config") -> None:
    for key, value in settings.items():
        key, value = key.replace("EVIL", str(evil)), value.replace("EVIL", str(evil))
        git(repository, "config", "--file", file, "--add", key, value)


def make_partial(repository: Path, *, missing: str = "HEAD:resume.yaml") -> None:
    """Make the repository a partial clone that lacks an object."""
    object_of(repository, git(repository, "rev-parse", missing)).unlink()
    git(repository, "config", "core.repositoryFormatVersion", "1")
    git(repository, "config", "extensions.partialClone", EVIL)
    git(repository, "config", "remote.evil.promisor", "true")


def object_of(repository: Path, object_id: str) -> Path:
    return repository / ".git" / "objects" / object_id[:2] / object_id[2:]


def has_run(evil: Path) -> bool:
    return evil.with_name("marker").exists()


@pytest.mark.parametrize("missing", ["HEAD:resume.yaml", "HEAD^{tree}", "HEAD"])
@pytest.mark.parametrize("attack", FETCHING)
def test_a_partial_clone_fetches_nothing(repository: Path, evil: Path, attack: str, missing: str) -> None:
    configure(repository, evil, FETCHING[attack])
    make_partial(repository, missing=missing)
    with pytest.raises(LoadError) as raised:
        load_revision("HEAD", "resume.yaml")
    assert [problem.code for problem in raised.value.problems] == ["no-revision"]
    assert not has_run(evil)


@pytest.mark.parametrize("attack", FETCHING)
def test_a_git_that_knows_no_way_not_to_fetch_may_use_no_protocol(
    repository: Path, evil: Path, attack: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(_ENVIRONMENT, "GIT_NO_LAZY_FETCH")
    configure(repository, evil, FETCHING[attack])
    make_partial(repository)
    assert refusal()
    assert not has_run(evil)


@pytest.mark.parametrize("attack", ["uploadpack", "ext", "ssh", "proxy"])
def test_these_attacks_would_succeed_on_git_itself(repository: Path, evil: Path, attack: str) -> None:
    configure(repository, evil, FETCHING[attack])
    make_partial(repository)
    with pytest.raises(subprocess.CalledProcessError):
        git(repository, "cat-file", "blob", "HEAD:resume.yaml", env={"GIT_NO_LAZY_FETCH": "0"})
    assert has_run(evil)


@pytest.mark.parametrize("attack", RUNNING)
def test_no_program_of_the_configuration_runs(repository: Path, evil: Path, attack: str) -> None:
    hooks = repository / "hooks-of-evil"
    hooks.mkdir()
    for hook in HOOKS.split():
        shutil.copy(evil, hooks / hook)
    configure(repository, evil, RUNNING[attack])
    document = load_revision("HEAD~1", "resume.yaml")
    assert document.data == {"basics": {"name": "Jane Quillfeather"}}
    assert not has_run(evil)


@pytest.mark.parametrize("path", [".", "", "bin", "./bin/../bin"])
def test_git_is_not_looked_for_in_the_current_folder(
    repository: Path, evil: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    """As Windows does, and `PATH` with an empty or relative item."""
    for folder in (repository, repository / "bin"):
        folder.mkdir(exist_ok=True)
        shutil.copy(evil, folder / "git")
    monkeypatch.setenv("PATH", os.pathsep.join([path, os.environ["PATH"]]))
    assert load_revision("HEAD", "resume.yaml").data
    monkeypatch.setenv("PATH", path)
    assert refusal() == "Git is not installed"
    assert not has_run(evil)


def test_no_hook_runs(repository: Path, evil: Path) -> None:
    for hook in HOOKS.split():
        shutil.copy(evil, repository / ".git" / "hooks" / hook)
    load_revision("HEAD", "resume.yaml")
    assert not has_run(evil)


ALL = {**RUNNING, **FETCHING}
INCLUDED = {key: value for attack in ALL.values() for key, value in attack.items() if "remote" not in key}


@pytest.mark.parametrize("key", ["include.path", "includeIf.gitdir:/.path", "includeIf.onbranch:**.path"])
def test_no_program_of_an_included_configuration_runs(repository: Path, evil: Path, key: str) -> None:
    configure(repository, evil, INCLUDED | FETCHING["uploadpack"], "included")
    configure(repository, evil, {key: str(repository / "included")})
    make_partial(repository)
    with pytest.raises(LoadError):
        load_revision("HEAD", "resume.yaml")
    assert not has_run(evil)


def test_no_program_of_a_worktrees_configuration_runs(repository: Path, evil: Path) -> None:
    configure(repository, evil, INCLUDED | FETCHING["ext"], ".git/config.worktree")
    make_partial(repository)
    git(repository, "config", "extensions.worktreeConfig", "true")
    with pytest.raises(LoadError):
        load_revision("HEAD", "resume.yaml")
    assert not has_run(evil)


def test_nobody_is_called(repository: Path, evil: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/x"
        configure(repository, evil, {"remote.evil.url": address, "credential.helper": "!EVIL"})
        make_partial(repository)
        with pytest.raises(LoadError):
            load_revision("HEAD", "resume.yaml")
        with pytest.raises(TimeoutError):
            server.accept()
    assert not has_run(evil)


@pytest.mark.parametrize("elsewhere", ["git file", "committed bare repository"])
def test_a_repository_that_is_somewhere_else_is_as_harmless(
    repository: Path, evil: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, elsewhere: str
) -> None:
    configure(repository, evil, INCLUDED | FETCHING["uploadpack"])
    make_partial(repository)
    folder = tmp_path / "folder"
    if elsewhere == "git file":
        folder.mkdir()
        (folder / ".git").write_text(f"gitdir: {repository}/.git\n")
    else:
        shutil.copytree(repository / ".git", folder)
        git(folder, "config", "--file", "config", "core.bare", "false")
        git(folder, "config", "--file", "config", "core.worktree", str(folder))
    monkeypatch.chdir(folder)
    with pytest.raises(LoadError):
        load_revision("HEAD", "resume.yaml")
    assert not has_run(evil)


ENVIRONMENTS = {
    "another repository": {"GIT_DIR": "/nowhere/.git", "GIT_WORK_TREE": "/nowhere"},
    "relative, as in a hook": {"GIT_DIR": ".git-of-evil", "GIT_INDEX_FILE": "gone", "GIT_PREFIX": "x/"},
    "other objects": {"GIT_OBJECT_DIRECTORY": "/nowhere", "GIT_COMMON_DIR": "/nowhere"},
    "programs": {"GIT_EXTERNAL_DIFF": "EVIL", "GIT_PAGER": "EVIL", "GIT_EDITOR": "EVIL", "GIT_ASKPASS": "EVIL"},
    "transports": {"GIT_SSH_COMMAND": "EVIL", "GIT_PROXY_COMMAND": "EVIL", "GIT_ALLOW_PROTOCOL": "ext:ssh:file"},
    "traces": {"GIT_TRACE": "1", "GIT_TRACE_SETUP": "2", "GIT_TRACE2": "1", "GIT_CURL_VERBOSE": "1"},
    "language": {"LANG": "de_DE.UTF-8", "LANGUAGE": "de", "LC_ALL": "de_DE.UTF-8"},
}


@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_variables_for_other_repositories_do_not_count(
    repository: Path, evil: Path, monkeypatch: pytest.MonkeyPatch, environment: str
) -> None:
    for key, value in ENVIRONMENTS[environment].items():
        monkeypatch.setenv(key, value.replace("EVIL", str(evil)))
    assert load_revision("HEAD~1", "resume.yaml").data == {"basics": {"name": "Jane Quillfeather"}}
    with pytest.raises(LoadError) as raised:
        load_revision("gone", "resume.yaml")
    assert raised.value.problems[0].message == "unknown revision 'gone'"
    assert not has_run(evil)


def test_the_users_own_settings_count(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(repository.parent))
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "core.repositoryFormatVersion")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "0")
    (repository / "cv").mkdir()
    assert load_revision("HEAD", "resume.yaml").data


# --- hostile objects


def add_object(repository: Path, kind: str, content: bytes, *, size: int | None = None) -> str:
    """Write a loose object as it is, perhaps with a wrong size; return its ID."""
    data = f"{kind} {len(content) if size is None else size}\0".encode() + content
    object_id = hashlib.sha1(data, usedforsecurity=False).hexdigest()
    path = object_of(repository, object_id)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(zlib.compress(data, 1))
    return object_id


def commit_tree(repository: Path, *entries: tuple[str, str, str]) -> None:
    """Commit a tree of (mode, name, object) on the current branch."""
    content = b"".join(f"{mode} {name}\0".encode() + bytes.fromhex(item) for mode, name, item in entries)
    commit_object(repository, add_object(repository, "tree", content))


def commit_object(repository: Path, tree: str) -> None:
    signature = "A <a@example.org> 0 +0000"
    text = f"tree {tree}\nauthor {signature}\ncommitter {signature}\n\nx\n"
    (repository / ".git/refs/heads/main").write_text(add_object(repository, "commit", text.encode()) + "\n")


def refusal(path: str = "resume.yaml") -> str:
    with pytest.raises(LoadError) as raised:
        load_revision("HEAD", path)
    (problem,) = raised.value.problems
    assert problem.file == f"HEAD:{path}"
    return problem.message


def test_a_file_of_gigabytes_is_refused_unread(repository: Path) -> None:
    blob = add_object(repository, "blob", b"a: " + b"x" * 1000, size=50_000_000_000)
    commit_tree(repository, ("100644", "resume.yaml", blob))
    assert refusal() == "larger than 1 MB"


def test_a_file_just_over_the_limit_is_refused(repository: Path) -> None:
    blob = add_object(repository, "blob", b"a" * (MAX_BYTES + 1))
    commit_tree(repository, ("100644", "resume.yaml", blob))
    assert refusal() == "larger than 1 MB"


@pytest.mark.parametrize("size", [5, 500])
def test_a_file_that_is_longer_than_it_says_is_not_read_whole(repository: Path, size: int) -> None:
    blob = add_object(repository, "blob", b"a" * 60_000_000, size=size)
    commit_tree(repository, ("100644", "resume.yaml", blob))
    assert refusal() == "larger than 1 MB"


def test_a_folder_that_unpacks_to_more_than_memory_should_hold_is_refused(repository: Path) -> None:
    commit_object(repository, add_object(repository, "tree", b"\0" * 120_000_000))
    assert "over limit" in refusal()


@pytest.mark.parametrize("what", ["blob", "commit", "tag"])
def test_a_folder_that_is_something_else_is_refused(repository: Path, what: str) -> None:
    commit_object(repository, add_object(repository, what, b"not a folder"))
    assert refusal().startswith(("Git cannot read the revision", "unknown revision"))


@pytest.mark.parametrize(
    ("mode", "what"), [("120000", "a symbolic link"), ("160000", "a submodule"), ("40000", "a folder")]
)
def test_what_is_not_a_file_is_not_followed(repository: Path, mode: str, what: str) -> None:
    secret = add_object(repository, "blob", b"../../etc/passwd")
    empty = add_object(repository, "tree", b"")
    commit_tree(repository, (mode, "resume.yaml", empty if mode == "40000" else secret))
    assert refusal() == f"'resume.yaml' is {what} in revision 'HEAD'"


@pytest.mark.parametrize("spoiled", [b"", b"\0" * 50, zlib.compress(b"blob"), zlib.compress(b"blob -1\0"), b"x\x9c"])
def test_a_broken_object_is_refused(repository: Path, spoiled: bytes) -> None:
    path = object_of(repository, git(repository, "rev-parse", "HEAD:resume.yaml"))
    path.chmod(0o600)
    path.write_bytes(spoiled)
    assert refusal()


def test_a_link_in_a_revision_does_not_lead_out_of_it(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text(SECRET)
    for path in ("../secret.yaml", str(tmp_path / "secret.yaml"), "cv/../../secret.yaml"):
        assert "Zephyrine" not in refusal(path)


@pytest.mark.parametrize(
    "path", [":(top)resume.yaml", "*.yaml", "r?sume.yaml", ":/", "resume.yaml/", "..", ".", "a\nb"]
)
def test_a_path_is_a_name_and_not_a_pattern(repository: Path, path: str) -> None:
    if path == "resume.yaml/":
        assert load_revision("HEAD", path).data
    else:
        assert "not" in refusal(path)


@pytest.mark.parametrize("revision", ["--help", "--output=x", "HEAD..main", "^HEAD", "HEAD^@", "", "a\nb", "x" * 5000])
def test_a_revision_is_never_an_option_or_a_range(repository: Path, revision: str) -> None:
    found = revision_of(f"{revision}:resume.yaml")
    if found:
        with pytest.raises(LoadError):
            load_revision(*found)
    assert sorted(path.name for path in repository.iterdir()) == [".git", ".gitattributes", "resume.yaml"]


# --- repositories that are unusual but honest


@pytest.mark.parametrize(
    "revision",
    ["HEAD~1", "HEAD@{1}", "main@{1}", "@~1", "@{1}", "main^", "main^{/fix}", "HEAD^{/first: fix}", "HEAD~1^{commit}"],
)
def test_every_notation_of_git_is_understood(repository: Path, revision: str) -> None:
    name = _resume(f"{revision}:resume.yaml").basics
    assert name
    assert name.name == "Jane Quillfeather"
    assert _resume(f"{revision}:resume.yaml@de").locale == "de"


def pack(repository: Path) -> None:
    git(repository, "gc", "--quiet", "--aggressive")
    assert list((repository / ".git/objects/pack").glob("*.pack"))


def sha_256(repository: Path) -> None:
    shutil.rmtree(repository / ".git")
    git(repository, "init", "--quiet", "--object-format=sha256")
    (repository / "resume.yaml").write_text(RESUME)
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "first")
    git(repository, "commit", "--quiet", "--allow-empty", "-m", "second")


def alternates(repository: Path) -> None:
    objects, elsewhere = repository / ".git/objects", repository.parent / "objects"
    shutil.move(objects, elsewhere)
    (objects / "info").mkdir(parents=True)
    (objects / "info/alternates").write_text(f"{elsewhere}\n")


def worktree(repository: Path) -> None:
    git(repository, "worktree", "add", "--quiet", "../worktree")
    shutil.move(repository, repository.parent / "original")
    shutil.move(repository.parent / "worktree", repository)
    git(repository.parent / "original", "worktree", "repair", str(repository))


@pytest.mark.parametrize("unusual", [pack, sha_256, alternates, worktree])
def test_every_kind_of_repository_is_read(repository: Path, unusual: Callable[[Path], None]) -> None:
    unusual(repository)
    os.chdir(repository)
    assert load_revision("HEAD~1", "resume.yaml").data == {"basics": {"name": "Jane Quillfeather"}}


def test_a_folder_that_was_deleted_since_is_still_in_its_revision(repository: Path) -> None:
    (repository / "cv").mkdir()
    (repository / "cv/resume.yaml").write_text(RESUME)
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "third")
    shutil.rmtree(repository / "cv")
    assert load_revision("HEAD", "cv/resume.yaml").data == {"basics": {"name": "Jane Quillfeather"}}
    assert refusal("gone/resume.yaml") == "'gone/resume.yaml' does not exist in revision 'HEAD'"


# --- what git itself reports, in one line


@pytest.fixture
def without_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    return tmp_path


def test_without_a_repository_the_message_says_so(without_repository: Path) -> None:
    assert refusal() == "not in a Git repository"


def test_without_git_the_message_says_so(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert refusal() == "Git is not installed"


def test_a_git_that_hangs_is_ended(repository: Path, evil: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = evil.with_name("bin") / "git"
    slow.parent.mkdir()
    slow.write_text("#!/bin/sh\nexec sleep 60\n")
    slow.chmod(0o700)
    monkeypatch.setenv("PATH", f"{slow.parent}:{os.environ['PATH']}")
    monkeypatch.setattr("resumekit.load.git_file._SECONDS", 0.3)
    assert refusal() == "Git took more than 0.3 seconds"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a repository away")
def test_a_repository_of_another_user_is_refused(repository: Path) -> None:
    for path in (repository, repository / ".git"):
        os.chown(path, 12345, 12345)
    assert refusal() == "the repository belongs to another user"


def test_the_last_fatal_line_is_the_message(repository: Path) -> None:
    (repository / ".git/config").write_text("[core\n")
    message = refusal()
    assert message.startswith("Git cannot read the revision: bad config line")
    assert "\n" not in message


def test_threads_can_compare_revisions(repository: Path) -> None:
    found: list[object] = []
    threads = [
        threading.Thread(target=lambda: found.append(load_revision("HEAD", "resume.yaml").data)) for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [{"basics": {"name": "John Quillfeather"}}] * 3
