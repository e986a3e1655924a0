function Get-InnkeeperFolderFault {
    <#
    .SYNOPSIS
        Why a folder that is there already must not hold the agent's data; null when it may.
    .DESCRIPTION
        Anybody may make a folder under C:\ProgramData, and who made it may change its rights later: with it the token, and which
        server the agent speaks to. So it has to be Administrators', SYSTEM's, or of whoever is installing; and no link.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param ([Parameter(Mandatory)] [string] $Folder)
    $info = [System.IO.DirectoryInfo]::new($Folder)
    if ($info.Attributes -band [System.IO.FileAttributes]::ReparsePoint) { return "$Folder is a link to another place." }
    # A method of the class in Windows PowerShell, an extension method in later ones.
    if ($PSVersionTable.PSVersion.Major -le 5) { $security = $info.GetAccessControl('Owner') }
    else { $security = [System.IO.FileSystemAclExtensions]::GetAccessControl($info, 'Owner') }
    $owner = $security.GetOwner([System.Security.Principal.SecurityIdentifier]).Value
    $trusted = 'S-1-5-18', 'S-1-5-32-544', [System.Security.Principal.WindowsIdentity]::GetCurrent().User.Value
    if ($owner -in $trusted) { return $null }
    "$Folder was made by $owner, which is neither SYSTEM nor Administrators: it could read the token and change the settings."
}
