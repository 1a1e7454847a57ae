"""Sentences that were paid for, in a bucket where nobody may list them."""

from __future__ import annotations

from imagespeak_core.speaking.said_sentences import SaidSentences
from imagespeak_core.spending.daily_limit import DailyLimit
from imagespeak_core.spending.paid_calls import PaidCalls
from imagespeak_core.stores.sentences import SentenceStore, sentence_name
from tests.adapters.s3_wire import Bucket, fault
from tests.fakes import HandClock
from tests.voice_rig import SENTENCE, FakeVoice, paid_voice, sound_of


def server(bucket: Bucket, voice: FakeVoice) -> SaidSentences:
    store = SentenceStore(bucket.blobs)
    paid_calls = PaidCalls(DailyLimit(None, now=HandClock()))
    return SaidSentences(voice, store=store, paid_calls=paid_calls)


def test_with_the_rights_of_the_readme_a_sentence_is_paid_once(bucket: Bucket) -> None:
    refused = fault(403, "AccessDenied")
    first, second = paid_voice(), paid_voice()
    bucket.wire.then(refused, refused)  # it is not there, which only a list would tell
    assert server(bucket, first).say(SENTENCE).content == sound_of(SENTENCE)
    assert bucket.wire.methods == ["GET", "GET", "PUT"]
    kept = bucket.client.get_object(Bucket=bucket.name, Key=sentence_name(first.name, SENTENCE))
    assert (kept["Body"].read(), kept["ContentType"]) == (sound_of(SENTENCE), "audio/mpeg")

    assert server(bucket, second).say(SENTENCE).content == sound_of(SENTENCE)
    assert (first.said, second.said) == ([SENTENCE], [])


def test_without_rights_it_is_heard_all_the_same(bucket: Bucket) -> None:
    refused = fault(403, "AccessDenied")
    bucket.wire.then(refused, refused, refused)
    sentences = server(bucket, paid_voice())
    for sentence in (SENTENCE, "Another one."):
        assert sentences.say(sentence).content == sound_of(sentence)
    assert bucket.wire.methods == ["GET", "GET", "PUT", "GET"]
