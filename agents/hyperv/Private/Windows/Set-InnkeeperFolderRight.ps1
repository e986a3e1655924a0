function Set-InnkeeperFolderRight {
    <#
    .SYNOPSIS
        Creates a folder, or secures an existing one, for SYSTEM, Administrators and the agent's account only, without inherited permissions.
    .DESCRIPTION
        Groups are identified by SID, because their names are localized. The account can read, write and delete, not change
        permissions. A new folder has its permissions from the start, and Administrators own it, whichever administrator installs.
    #>
    [CmdletBinding()]
    param (
        [Parameter(Mandatory)] [string] $Folder,

        # Null for Local System, which is included anyway.
        [AllowNull()] [AllowEmptyString()] [string] $Account
    )
    $security = [System.Security.AccessControl.DirectorySecurity]::new()
    $security.SetAccessRuleProtection($true, $false)
    $security.SetOwner([System.Security.Principal.SecurityIdentifier]::new('S-1-5-32-544'))
    $inherit = [System.Security.AccessControl.InheritanceFlags] 'ContainerInherit, ObjectInherit'
    $none = [System.Security.AccessControl.PropagationFlags]::None
    foreach ($sid in 'S-1-5-18', 'S-1-5-32-544') {
        $security.AddAccessRule([System.Security.AccessControl.FileSystemAccessRule]::new([System.Security.Principal.SecurityIdentifier]::new($sid), 'FullControl', $inherit, $none, 'Allow'))
    }
    if ($Account) {
        $security.AddAccessRule([System.Security.AccessControl.FileSystemAccessRule]::new([System.Security.Principal.NTAccount]::new($Account), 'Modify', $inherit, $none, 'Allow'))
    }
    $info = [System.IO.DirectoryInfo]::new($Folder)
    # Methods of the class in Windows PowerShell, extension methods in later versions.
    if ($PSVersionTable.PSVersion.Major -le 5) {
        if (-not $info.Exists) { $info.Create($security) }
        $info.SetAccessControl($security)
    }
    else {
        if (-not $info.Exists) { [System.IO.FileSystemAclExtensions]::Create($info, $security) }
        [System.IO.FileSystemAclExtensions]::SetAccessControl($info, $security)
    }
}
