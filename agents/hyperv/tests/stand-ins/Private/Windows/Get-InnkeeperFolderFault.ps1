# Replaces a folder's owner: a file that a test has put next to the folders names the owner.
function Get-InnkeeperFolderFault ($Folder) {
    $file = [System.IO.Path]::Combine($env:AGENT_ROOT, 'owner.txt')
    if ([System.IO.File]::Exists($file)) { "$Folder was created by $([System.IO.File]::ReadAllText($file))." }
}
