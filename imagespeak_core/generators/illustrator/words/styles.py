"""Words for how a picture is made or seen: all pictures here are flat, coloured drawings."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.words.phrase_list import phrases

_MEDIA = (
    "watercolour", "watercolor", "oil", "acrylic", "pencil", "colored pencil", "coloured pencil",
    "charcoal", "ink", "pastel", "crayon", "chalk", "digital", "pixel", "vector", "3d", "3-d",
    "anime", "manga", "comic", "comic book", "pop", "line", "concept", "fantasy", "abstract",
    "impressionist", "cubist", "surrealist", "renaissance", "baroque", "pixar", "disney",
    "studio ghibli", "ghibli", "lego", "clay", "origami", "paper cut", "papercut", "low poly",
    "low-poly", "black and white", "black-and-white", "monochrome", "vintage", "realistic",
    "photorealistic", "cartoon",
)  # fmt: skip
_WORKS = (
    "painting", "art", "artwork", "drawing", "sketch", "style", "illustration", "render",
    "rendering", "image", "picture", "photo", "photograph", "photography", "print", "animation",
    "portrait",
)  # fmt: skip
_ALONE = """
    watercolour, watercolor, watercolours, watercolors, oil paint, oil paints, oil on canvas
    photorealistic, photo-realistic, photo realistic, realistic, hyperrealistic, hyper-realistic
    hyper realistic, ultra-realistic, ultra realistic, realism, photorealism, 4k, 8k, 16k, hd, uhd
    hdr, full hd, ultra hd, 1080p, cinematic, cinematic lighting, movie still, film still, anime
    manga, pixel art, pixelated, pixelart, pixar, ghibli, monochrome, greyscale, grayscale
    black-and-white, in black and white, sepia, vintage, retro, blurry, blurred, blur, out of focus
    motion blur, bokeh, close-up, close up, closeup, close-up shot, closeup shot, macro
    macro shot, macro photography, extreme close-up, bird's eye view, bird's-eye view
    birds eye view, aerial view, aerial, aerial shot, from above, seen from above, from below
    seen from below, seen from behind, top view, top-down, top down
    top-down view, overhead view, overhead shot, side view, front view, rear view, back view
    panorama, panoramic, panoramic view, wide angle, wide-angle, wide shot, wide-angle shot
    fisheye, fisheye lens, low angle, low-angle, high angle, high-angle, dutch angle, detailed
    highly detailed, very detailed, ultra detailed, ultra-detailed, hyperdetailed, hyper detailed
    extremely detailed, intricate, intricate details, intricately detailed, minimalist, minimal
    minimalistic, minimalism, abstract, surreal, surrealist, surrealism, impressionist
    impressionism, cubist, cubism, expressionist, baroque, renaissance, gothic, art deco
    art nouveau, pop art, concept art, digital art, digital painting, line art, lineart, low poly
    low-poly, isometric, 3d, 3-d, 3d render, 3d rendering, 3d rendered, 3d model, rendered, cgi
    render, rendering, unreal engine, octane render, octane, ray tracing, studio lighting
    soft lighting, dramatic lighting, volumetric lighting, natural lighting, rim lighting
    dramatic light, backlit, depth of field, shallow depth of field, long exposure
    double exposure, silhouette, high resolution, high-resolution, high res, hi-res
    low resolution, trending on artstation, artstation, cyberpunk, steampunk, vaporwave
    futuristic, sci-fi, science fiction, modern, contemporary, traditional, medieval, victorian
    rustic, old-fashioned, neon, neon lights, glowing, stained glass style, origami, claymation
    stop motion, sketch, sketchy, sketched, doodle, hand-drawn, hand drawn, portrait
    full body, full-body, half body, headshot, dslr, 35mm, polaroid, film grain, grainy
    lens flare, symmetrical, symmetry, vibrant colours, vibrant colors, vivid colours
    vivid colors, pastel colours, pastel colors, muted colours, muted colors, dark mood
    moody, ethereal, dreamy, psychedelic, knitted, crocheted
    poster art, movie poster, book cover, album cover
    clip art, clipart, children's book illustration, storybook illustration, comic strip
    """

_NAMES = phrases(_ALONE) | {f"{medium} {work}" for medium in _MEDIA for work in _WORKS}

STYLES = frozenset(
    _NAMES
    | {f"{before}{name}" for name in _NAMES for before in ("a ", "an ", "in ")}
    | {f"{before}{name} of" for name in _NAMES for before in ("", "a ", "an ")}
    | {"a painting of", "painting of", "an oil painting of", "a sculpture of", "a close up of"}
    | {"paintings of", "sketches of", "a close-up photo of", "a closeup photo of"}
    | {"a collage of", "collage of"}
)
"""Phrases for a style, a technique or a view, with the small words that belong to them."""

OPENERS = frozenset({"in the style of", "in style of", "in the manner of", "inspired by"})
"""What comes after them, up to the next comma or stop, is the name of a style."""

AROUND = ("a ", "an ", "in ", "the ")
AFTER = " of"
"""Small words with which a style is not told."""
