"""Documents of INCEpTION: a UIMA CAS in XMI with its type system, in one archive as the tool exports it.

A mark is an annotation of the layer Statement with the features kind and themes. dkpro-cassis writes and reads the XMI
and turns its places, which count units of UTF-16, into code points. https://inception-project.github.io
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from .json_files import MOST_BYTES
from .spans import Document, Marked, Task, WrongFile

if TYPE_CHECKING:
    from types import ModuleType

# The layer as the tool names those that people make.
LAYER = "webanno.custom.Statement"
FEATURES = ("kind", "themes", "name")
# The element of a mark, and its attributes beside the features.
_ELEMENT = "{http:///webanno/custom.ecore}Statement"
_PLACE = ("{http://www.omg.org/XMI}id", "sofa", "begin", "end")
_TYPES, _WHOLE = "TypeSystem.xml", (1980, 1, 1, 0, 0, 0)
_DECLARES = re.compile("<!\\s*(?:DOCTYPE|ENTITY)")
_ENCODING = re.compile("<\\?xml[^>]*encoding\\s*=\\s*[\"']([^\"']*)")


def written(task: Task) -> bytes:
    """The archive with the text and its marks. Raises WrongFile where dkpro-cassis is not installed."""
    cassis = _cassis()
    types = _types(cassis)
    cas = cassis.Cas(typesystem=types)
    cas.sofa_string, cas.sofa_mime = task.text, "text/plain"
    layer = types.get_type(LAYER)
    for one in task.spans:
        themes = ",".join(one.themes) or None
        cas.add(layer(begin=one.start, end=one.end, kind=one.kind, themes=themes, name=one.name or None))
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in ((f"{task.report}.xmi", cas.to_xmi()), (_TYPES, types.to_xml())):
            file.writestr(zipfile.ZipInfo(name, _WHOLE), text, zipfile.ZIP_DEFLATED)
    return archive.getvalue()


def read(data: bytes) -> Iterator[Document]:
    """The text of a file, an archive or the XMI alone, with the marks of the layer Statement."""
    cassis = _cassis()
    source = _xmi(data)
    from lxml import etree

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of layers that are none of ours
            warnings.filterwarnings("error", message="Not mapping external offset")
            cas = cassis.load_cas_from_xmi(_of_layer(source), typesystem=_types(cassis), lenient=True)
            text = cas.sofa_string
            layer = [(one.begin, one.end, one.kind, one.themes) for one in cas.select(LAYER)]
    except (etree.LxmlError, cassis.typesystem.TypeNotFoundError) as error:
        raise WrongFile(f"the file is no XMI: {' '.join(str(error).split())[:100]}") from None
    except UserWarning:
        raise WrongFile("a mark lies outside of the text, or its end within a character") from None
    except (ValueError, TypeError, LookupError, AttributeError, RuntimeError) as error:
        # what the reader meets in a file that is XML and no CAS
        raise WrongFile(f"the file holds no CAS that can be read ({type(error).__name__})") from None
    if not isinstance(text, str):
        raise WrongFile("the file holds no text")
    yield Document(tuple(_mark(at, *one) for at, one in enumerate(layer, 1)), text)


def _of_layer(source: str) -> str:
    """An XMI whose marks of the layer Statement have no other features than these: a person may have added some."""
    from lxml import etree

    root = etree.fromstring(source.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    for mark in root.iter(_ELEMENT):
        for name in [name for name in mark.attrib if name not in (*_PLACE, *FEATURES)]:
            del mark.attrib[name]
        for child in [child for child in mark if child.tag not in FEATURES]:
            mark.remove(child)
    text: str = etree.tostring(root, encoding="unicode")
    return text


def _mark(number: int, start: object, end: object, kind: object, themes: object) -> Marked:
    where = f"Statement {number}"
    if not isinstance(start, int) or not isinstance(end, int):
        raise WrongFile(f"{where} has no place")
    named = tuple(one.strip() for one in str(themes or "").split(",") if one.strip())
    return Marked(start, end, str(kind or ""), where, themes=named)


def _types(cassis: ModuleType) -> Any:
    types = cassis.TypeSystem()
    layer = types.create_type(name=LAYER, supertypeName="uima.tcas.Annotation")
    for feature in FEATURES:
        types.create_feature(domainType=layer, name=feature, rangeType="uima.cas.String")
    return types


def _cassis() -> ModuleType:
    try:
        import cassis
    except ImportError:
        raise WrongFile("INCEpTION needs dkpro-cassis; pip install 'duizhao[inception]' brings it") from None
    module: ModuleType = cassis
    return module


def _xmi(data: bytes) -> str:
    """The XMI of a file, bounded, without entities of its own."""
    if data.startswith(b"PK"):
        data = _from_archive(data)
    if len(data) > MOST_BYTES:
        raise WrongFile(f"the XMI has more than {MOST_BYTES:,} bytes")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise WrongFile(f"the XMI is not in UTF-8 (byte {error.start})") from None
    encoding = _ENCODING.match(text)
    if "\0" in text or (encoding and encoding[1].lower() != "utf-8"):
        raise WrongFile("the XMI is not in UTF-8")
    if _DECLARES.search(text):
        raise WrongFile("the XMI declares a document type or entities, which no XMI needs")
    return text


def _from_archive(data: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            found = [one for one in file.infolist() if one.filename.lower().endswith(".xmi")]
            if len(found) != 1:
                raise WrongFile(f"the archive holds {len(found)} files in XMI; one is read at a time")
            with file.open(found[0]) as member:
                return member.read(MOST_BYTES + 1)  # what it says of its size may be wrong
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise WrongFile(f"the archive cannot be opened ({type(error).__name__})") from None
