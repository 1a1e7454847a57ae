"""Proportions: how long and how thick each part of a body is, by age and gender."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Age = Literal["baby", "child", "teenager", "adult", "old"]
Gender = Literal["woman", "man"]


@dataclass(frozen=True)
class Body:
    """One body. Lengths and radii are in metres."""

    stature: float
    """From the sole to the crown, standing straight."""
    head: float
    neck: float
    torso: float
    """From the hip joints to the base of the neck."""
    thigh: float
    shin: float
    ankle: float
    """From the ankle joint down to the sole."""
    upper_arm: float
    forearm: float
    hand: float
    foot: float
    shoulder: float
    """Half the distance between the shoulder joints, seen from the front."""
    chest: float
    waist: float
    hip: float
    """Half widths of the torso, seen from the front."""
    arm_radii: tuple[float, float, float]
    """At shoulder, elbow and wrist."""
    leg_radii: tuple[float, float, float]
    """At hip, knee and ankle."""
    face_width: float
    """Half the face, as a share of the head's height."""

    @property
    def leg(self) -> float:
        """From the hip joint to the sole, straight."""
        return self.thigh + self.shin + self.ankle


@dataclass(frozen=True)
class _Shares:
    """Lengths and radii as shares of the stature; head to ankle add up to 1."""

    head: float
    neck: float
    torso: float
    thigh: float
    shin: float
    ankle: float
    upper_arm: float
    forearm: float
    hand: float
    foot: float
    arm: float
    leg: float
    face_width: float


_SHARES: dict[Age, _Shares] = {
    "baby": _Shares(
        0.33, 0.006, 0.345, 0.15, 0.13, 0.039, 0.12, 0.11, 0.07, 0.14, 0.038, 0.062, 0.47
    ),
    "child": _Shares(
        0.25, 0.016, 0.304, 0.21, 0.183, 0.037, 0.138, 0.12, 0.072, 0.142, 0.029, 0.048, 0.445
    ),
    "teenager": _Shares(
        0.187, 0.021, 0.306, 0.24, 0.21, 0.036, 0.158, 0.14, 0.076, 0.138, 0.0255, 0.045, 0.42
    ),
    "adult": _Shares(
        0.166, 0.024, 0.32, 0.242, 0.212, 0.036, 0.163, 0.143, 0.078, 0.136, 0.0275, 0.048, 0.405
    ),
    "old": _Shares(
        0.171, 0.016, 0.325, 0.24, 0.212, 0.036, 0.163, 0.143, 0.078, 0.136, 0.027, 0.047, 0.41
    ),
}

_STATURE_M: dict[Age, tuple[float, float]] = {
    "baby": (0.74, 0.74),
    "child": (1.2, 1.22),
    "teenager": (1.57, 1.64),
    "adult": (1.66, 1.78),
    "old": (1.58, 1.68),
}
"""Woman, man; the typical one of each age."""

_GIRTH: dict[Age, tuple[tuple[float, ...], tuple[float, ...]]] = {
    "baby": ((0.095, 0.118, 0.13, 0.12), (0.095, 0.118, 0.13, 0.12)),
    "child": ((0.086, 0.088, 0.083, 0.086), (0.09, 0.09, 0.087, 0.084)),
    "teenager": ((0.08, 0.078, 0.063, 0.078), (0.092, 0.084, 0.072, 0.074)),
    "adult": ((0.082, 0.083, 0.066, 0.085), (0.103, 0.099, 0.083, 0.082)),
    "old": ((0.082, 0.088, 0.084, 0.094), (0.096, 0.097, 0.1, 0.092)),
}
"""Shoulder, chest, waist and hip of woman and man, as shares of the stature."""


def body_of(age: Age, gender: Gender, size: float = 1.0) -> Body:
    """The body of that age and gender; `size` 1 is of typical height."""
    shares = _SHARES[age]
    man = gender == "man"
    stature = _STATURE_M[age][man] * size
    shoulder, chest, waist, hip = (share * stature for share in _GIRTH[age][man])
    grown = age in {"teenager", "adult", "old"}
    arm = shares.arm * stature * (1.14 if man and grown else 1.0)
    leg = shares.leg * stature
    return Body(
        stature=stature,
        head=shares.head * stature,
        neck=shares.neck * stature,
        torso=shares.torso * stature,
        thigh=shares.thigh * stature,
        shin=shares.shin * stature,
        ankle=shares.ankle * stature,
        upper_arm=shares.upper_arm * stature,
        forearm=shares.forearm * stature,
        hand=shares.hand * stature,
        foot=shares.foot * stature,
        shoulder=shoulder,
        chest=chest,
        waist=waist,
        hip=hip,
        arm_radii=(arm, arm * 0.8, arm * 0.62),
        leg_radii=(leg, leg * 0.74, leg * (0.56 if grown else 0.66)),
        face_width=shares.face_width,
    )
