"""The app's own HTTP routes, beside Streamlit's; here is where each of them is listed."""

from __future__ import annotations

from starlette.routing import BaseRoute, Route

from pages.components.shell.access import SIGN_IN_PATH, SIGN_OUT_PATH
from pages.components.shell.addresses import NEWS_PATH, base_path
from pages.components.shell.assets import SCRIPTS_PATH
from pages.components.shell.file_addresses import (
    ARCHIVES_PATH,
    DRAWINGS_PATH,
    EXPERIMENTS_PATH,
    PREVIEWS_PATH,
)
from pages.components.speaking.coaching.sentence_addresses import SENTENCES_PATH
from pages.components.speaking.own_key import LEARNER_PATH
from pages.components.speaking.recorder import UPLOADS_PATH
from pages.server import (
    drafts,
    drawings,
    files,
    health,
    large_cookies,
    learner,
    long_polls,
    recordings,
    scripts,
    sentences,
    sign_in,
    uploads,
)


def routes() -> list[BaseRoute]:
    """Our routes, at the root and under the base path where one is set."""
    return [route for base in sorted({"", base_path()}) for route in _routes_under(base)]


def _routes_under(base: str) -> list[BaseRoute]:
    """Each by itself: a mount would hide Streamlit's own routes beside them."""
    return [
        Route(base + health.HEALTH_PATH, health.health),
        Route(base + health.READINESS_PATH, health.readiness),
        Route(base + "/pictures/{file_name:path}", files.picture),
        Route(base + PREVIEWS_PATH + "{file_name}", files.small_picture),
        Route(base + ARCHIVES_PATH + "{session_id}.zip", files.archive),
        Route(base + EXPERIMENTS_PATH + "{experiment_id}.{ending}", files.experiment),
        Route(base + NEWS_PATH, long_polls.news),
        Route(base + SIGN_IN_PATH, sign_in.sign_in, methods=["POST"]),
        Route(base + SIGN_OUT_PATH, sign_in.sign_out, methods=["POST"]),
        Route(base + SCRIPTS_PATH + "{name}.{digest}.js", scripts.script),
        Route(base + UPLOADS_PATH, uploads.state),
        Route(base + UPLOADS_PATH, uploads.part, methods=["PATCH"]),
        Route(base + drafts.PATH, drafts.state),
        Route(base + drafts.PATH, drafts.send, methods=["POST"]),
        Route(base + drafts.PATH, drafts.forget, methods=["DELETE"]),
        Route(base + "/recordings/{file_name}", recordings.recording),
        Route(base + DRAWINGS_PATH + "{name}.png", drawings.drawing),
        Route(base + SENTENCES_PATH + "{token}", sentences.sentence),
        Route(base + LEARNER_PATH, learner.choose_key, methods=["POST"]),
        Route(base + large_cookies.DELETE_PATH, large_cookies.delete_cookies, methods=["POST"]),
    ]
