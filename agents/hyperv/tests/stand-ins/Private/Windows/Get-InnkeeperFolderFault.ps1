# In place of a folder's owner: a file that a test has put beside the folders says who made it.
function Get-InnkeeperFolderFault ($Folder) {
    $file = [System.IO.Path]::Combine($env:AGENT_ROOT, 'owner.txt')
    if ([System.IO.File]::Exists($file)) { "$Folder was created by $([System.IO.File]::ReadAllText($file))." }
}
