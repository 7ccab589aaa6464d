"""Which folders a book may lie in: one table of what machines say, and what that means."""

import pytest

from db.rules.places import Place, PlaceFacts, PlaceKind, judged

OWN, REMOVABLE = Place(PlaceKind.OWN), Place(PlaceKind.REMOVABLE)
NETWORK = Place(PlaceKind.NETWORK)
ONEDRIVE = (("OneDrive", "C:/Users/hoa/Việc cơ quan"),)


def cloud(service: str) -> Place:
    return Place(PlaceKind.CLOUD, service)


CASES = (
    (PlaceFacts("C:/Users/hoa/AppData/Local/pcmd", drive="fixed"), OWN),
    (PlaceFacts("/home/hoa/.local/share/pcmd", file_system="ext4", mount="/home"), OWN),
    (PlaceFacts("/home/hoa/so", file_system="fuse.gocryptfs", mount="/home/hoa/so"), OWN),
    (PlaceFacts("/so"), OWN),
    (PlaceFacts("E:/so-pcmd", drive="removable"), REMOVABLE),
    (PlaceFacts("/media/hoa/USB/so", file_system="vfat", mount="/media/hoa/USB"), REMOVABLE),
    (PlaceFacts("/run/media/hoa/USB/so", file_system="exfat", mount="/run/media/hoa/USB"), REMOVABLE),
    (PlaceFacts("//may-chu/chung/so"), NETWORK),
    (PlaceFacts("//?/UNC/may-chu/chung/so"), NETWORK),
    (PlaceFacts("//?/C:/so", drive="fixed"), OWN),
    (PlaceFacts("Z:/so", drive="remote"), NETWORK),
    *(
        (PlaceFacts("/mnt/chung/so", file_system=kind, mount="/mnt/chung"), NETWORK)
        for kind in ("nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "davfs", "9p", "drvfs", "vboxsf")
    ),
    (PlaceFacts("/so", file_system="nfs", mount="/"), OWN),
    (PlaceFacts("/so", file_system="9p", mount="/"), OWN),
    (PlaceFacts("/mnt/c/so", file_system="9p", mount="/mnt/c"), NETWORK),
    (PlaceFacts("/home/hoa/may/so", file_system="fuse.rclone", mount="/home/hoa/may"), cloud("rclone")),
    (PlaceFacts("/home/hoa/may/so", file_system="fuse.onedriver", mount="/home/hoa/may"), cloud("onedriver")),
    (PlaceFacts("C:/Users/hoa/Việc cơ quan/so", drive="fixed", clouds=ONEDRIVE), cloud("OneDrive")),
    (PlaceFacts("c:/users/HOA/việc cơ quan", drive="fixed", clouds=ONEDRIVE), cloud("OneDrive")),
    (PlaceFacts("C:/Users/hoa/Việc cơ quan khác/so", drive="fixed", clouds=ONEDRIVE), OWN),
    (PlaceFacts("C:/so", clouds=(("OneDrive", ""),)), OWN),
    (PlaceFacts("C:/Users/hoa/OneDrive - Sở Y tế/so"), cloud("OneDrive")),
    (PlaceFacts("C:/Users/hoa/Dropbox (Cơ quan)/so"), cloud("Dropbox")),
    (PlaceFacts("C:/Users/hoa/My Drive/so"), cloud("Google Drive")),
    (PlaceFacts("G:/Drive của tôi/so"), cloud("Google Drive")),
    (PlaceFacts("G:/so", drive="fixed", label="Google Drive"), cloud("Google Drive")),
    (PlaceFacts("C:/Users/hoa/iCloudDrive/so"), cloud("iCloud")),
    (PlaceFacts("C:/Users/hoa/Documents/Zalo Received Files/so"), cloud("Zalo")),
    (PlaceFacts("/home/hoa/Nextcloud/so"), cloud("Nextcloud")),
    (PlaceFacts("D:/dong-bo/so", markers=(".stfolder",)), cloud("Syncthing")),
    (PlaceFacts("D:/box office/so", drive="fixed", label="Dữ liệu"), OWN),
    (PlaceFacts("D:/omega/so", drive="fixed", label="boxes"), OWN),
)


@pytest.mark.parametrize(("facts", "place"), CASES, ids=[facts.path for facts, _ in CASES])
def test_a_place_is_judged_by_what_the_machine_says(facts: PlaceFacts, place: Place) -> None:
    assert judged(facts) == place


def test_only_networks_and_clouds_are_refused() -> None:
    assert [kind for kind in PlaceKind if Place(kind).is_refused] == [PlaceKind.NETWORK, PlaceKind.CLOUD]
