function Get-InnkeeperFolderFault {
    <#
    .SYNOPSIS
        Returns why an existing folder must not contain the agent's data; null if it may.
    .DESCRIPTION
        Any user can create a folder in C:\ProgramData, and its owner can change its permissions later: with it the token, and the
        server that the agent reports to. So its owner must be Administrators, SYSTEM or the installing account, and it must not be a link.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param ([Parameter(Mandatory)] [string] $Folder)
    $info = [System.IO.DirectoryInfo]::new($Folder)
    if ($info.Attributes -band [System.IO.FileAttributes]::ReparsePoint) { return "$Folder is a link to another place." }
    # A method of the class in Windows PowerShell, an extension method in later versions.
    if ($PSVersionTable.PSVersion.Major -le 5) { $security = $info.GetAccessControl('Owner') }
    else { $security = [System.IO.FileSystemAclExtensions]::GetAccessControl($info, 'Owner') }
    $owner = $security.GetOwner([System.Security.Principal.SecurityIdentifier]).Value
    $trusted = 'S-1-5-18', 'S-1-5-32-544', [System.Security.Principal.WindowsIdentity]::GetCurrent().User.Value
    if ($owner -in $trusted) { return $null }
    "$Folder was created by $owner, which is neither SYSTEM nor Administrators: it could read the token and change the settings."
}
