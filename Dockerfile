# One server of the app. Name another image, by digest for example, with --build-arg PYTHON_IMAGE=…
ARG PYTHON_IMAGE=python:3.13-slim-bookworm
FROM ${PYTHON_IMAGE}

WORKDIR /app
COPY requirements.lock ./
RUN pip install --no-cache-dir --require-hashes -r requirements.lock

COPY app.py ./
COPY .streamlit/config.toml .streamlit/
COPY pages pages/
COPY imagespeak_core imagespeak_core/
RUN python -m compileall -q app.py pages imagespeak_core \
    && useradd --uid 10001 --create-home imagespeak \
    && install -d -o imagespeak -g imagespeak -m 0700 /var/lib/imagespeak

USER 10001
# Pictures, the signing secret, and what waits for the store: keep them when the container goes.
ENV IMAGESPEAK_DATA_DIR=/var/lib/imagespeak/data \
    XDG_STATE_HOME=/var/lib/imagespeak/state
VOLUME /var/lib/imagespeak

EXPOSE 8501
# It then waits for what a model is just making: give it 120 seconds (docker run --stop-timeout 120).
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import http.client as h; c = h.HTTPConnection('127.0.0.1', 8501, timeout=4); c.request('GET', '/healthz'); raise SystemExit(c.getresponse().status != 200)"]
CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8501", "--ws", "websockets-sansio", "--ws-per-message-deflate", "false"]
