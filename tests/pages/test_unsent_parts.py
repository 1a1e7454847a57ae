"""A part of a page that runs again while the page is not sent yet."""

from __future__ import annotations

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue

from pages.server import unsent_parts

FORM = "form"


def drawn(place: int, text: str, part: str = "") -> ForwardMsg:
    message = ForwardMsg()
    message.metadata.delta_path[:] = [0, place]
    message.delta.fragment_id = part
    message.delta.new_element.markdown.body = text
    return message


def ended() -> ForwardMsg:
    return ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY)


def sent(queue: ForwardMsgQueue) -> list[str]:
    return [
        message.delta.new_element.markdown.body if message.HasField("delta") else "end"
        for message in queue.flush()
    ]


def test_page_is_sent_whole_before_its_part_is_sent_again() -> None:
    queue = ForwardMsgQueue()
    with unsent_parts.kept():
        for message in (drawn(0, "heading"), drawn(1, "form", FORM), ended()):
            queue.enqueue(message)
        queue.clear(retain_lifecycle_msgs=True, fragment_ids_this_run=[FORM])
        queue.enqueue(drawn(1, "form again", FORM))
        assert sent(queue) == ["heading", "form", "end", "form again"]
        assert queue.is_empty()


def test_page_that_runs_again_is_sent_once() -> None:
    queue = ForwardMsgQueue()
    with unsent_parts.kept():
        queue.enqueue(drawn(0, "heading"))
        queue.clear(retain_lifecycle_msgs=True)
        queue.enqueue(drawn(0, "heading again"))
        assert sent(queue) == ["heading again"]


def test_streamlit_is_as_it_was_when_the_server_has_ended() -> None:
    streamlits_own = ForwardMsgQueue.clear
    with unsent_parts.kept():
        assert ForwardMsgQueue.clear is not streamlits_own
    assert ForwardMsgQueue.clear is streamlits_own
