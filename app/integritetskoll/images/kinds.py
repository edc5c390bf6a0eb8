"""What a field is by its name. Names are ExifTool's; the group before the colon does not matter."""

from __future__ import annotations

import re

from integritetskoll.images.field import Kind

FACE = frozenset(
    """RegionPersonDisplayName RegionName PersonInImage PersonInImageName RegionPersonEmailDigest
    RegionPersonLiveIdCID RegionPersonSourceID People PeopleKeywords
    PersonInImageWDetailsPersonName ACDSeeRegionName RegionPerson PicasaFace Face
    ImageRegionPersonInImage BabyName ImageRegionName FacesRecInfo FaceName""".split()
)
AUTHOR = frozenset(
    """Artist Creator Author By-line XPAuthor Copyright Rights CopyrightNotice Credit
    Writer-Editor CaptionWriter OriginalOwner Owner Photographer AuthorName CopyrightOwnerName
    CopyrightHolder ImageCreatorName ImageCreatorImageCreatorName Contact LicensorName
    LicensorLicensorName CopyrightOwnerCopyrightOwnerName UsageTerms Contributor Publisher
    Contributors Engineer AuthorsPosition CreativeWorkAuthor Source ArtworkCreator""".split()
)
DEVICE = frozenset(
    """BodySerialNumber SerialNumber LensSerialNumber CameraSerialNumber InternalSerialNumber
    CameraOwnerName OwnerName HostComputer CameraID InternalLensSerialNumber
    InternalBodySerialNumber DeviceSettingOwner UniqueCameraSerial CameraUUID
    ExternalFlashSerialNumber FlashSerialNumber ExtenderSerialNumber TeleconverterSerialNumber
    CameraIMEI DroneSerialNumber UserName HandlerHost Owner2 UserProfileName LensSerial
    AFDSerialNumber SensorSerialNumber""".split()
)
PLACE = frozenset(
    """City Sub-location Location LocationName Province-State State Country Landmark
    LocationShownCity LocationCreatedCity LocationShownSublocation LocationCreatedSublocation
    LocationCreatedLocationName LocationShownLocationName ContentLocationName Sublocation
    GPSAreaInformation Country-PrimaryLocationName CountryPrimaryLocationName
    LocationCreatedProvinceState LocationShownProvinceState LocationCreatedCountryName
    LocationShownCountryName""".split()
)
PLAIN = frozenset(
    """Make Model Software UniqueCameraModel LocalizedCameraModel LensModel LensMake Lens
    LensInfo CreatorTool HistorySoftwareAgent ProcessingSoftware Firmware FirmwareVersion
    ProfileDescription OriginatingProgram ProgramVersion ImageType CameraType LensType
    DeviceModelDesc DeviceMfgDesc ProfileCopyright ProfileName XMPToolkit Toolkit
    CameraProfile HistoryAction HistoryChanged ClaimGenerator History HistoryParameters Format
    ColorMode ICCProfile ICCProfileName DocumentAncestors RawFileFormat CameraProfileDigest
    LensID Producer ApplicationRecordVersion EnvelopeRecordVersion ReaderName WriterName
    SlicesGroupName ToneCurveName ToneCurveName2012 Look Version ProcessVersion
    ConverterVersion CameraModelRestriction ResourceName DeviceManufacturer DeviceModel
    ProfileCMMType PrimaryPlatform ImageCreatorTool ItemName Quality WhiteBalance FocusMode
    FlashSetting FlashType Sharpness ColorSpace Adobe""".split()
)
TIME = frozenset(
    """DateTimeOriginal CreateDate DateTimeDigitized ModifyDate DateTime DateCreated TimeCreated
    DigitalCreationDate DigitalCreationTime MetadataDate GPSDateTime HistoryWhen
    SubSecTimeOriginal PNGTime CreationTime ModificationTime DateTimeCreated DateAcquired
    DateTaken tIME OffsetTimeDigitized SubsecTime SubsecTimeOriginal SubsecTimeDigitized
    SubSecTime SubSecTimeDigitized OffsetTime OffsetTimeOriginal ReleaseDate ReleaseTime
    ExpirationDate""".split()
)
TECHNICAL = re.compile(
    r"(?:InstanceID|DocumentID|DocumentId|OriginalDocumentID|VersionID|Digest|Hash|Guid|UUID|about"
    r"|Compression|Interlace|Encoding|Viewing|GainMap\w*|HasExtendedXMP|hdrgm\w*|Item\w*|Directory\w*)",
    re.IGNORECASE,
)
_SETS = (
    (FACE, Kind.FACE),
    (DEVICE, Kind.DEVICE),
    (AUTHOR, Kind.AUTHOR),
    (TIME, Kind.TIME),
    (PLACE, Kind.PLACE),
    (PLAIN, Kind.PLAIN),
)
_KINDS = {name: kind for names, kind in reversed(_SETS) for name in names}


def kind_of(name: str) -> Kind:
    """Return the kind of a field by its name, TEXT where the name tells nothing."""
    group, _, tag = name.partition(":")
    if tag.startswith("GPS") and tag not in {"GPSAreaInformation", "GPSProcessingMethod"}:
        return Kind.GPS
    if group == "ICC":
        return Kind.PLAIN
    return _KINDS.get(tag, Kind.TEXT)
